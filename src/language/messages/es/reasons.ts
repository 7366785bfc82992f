/**
 * Spanish for ../en/reasons.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { reasonMessages as english } from '../en/reasons.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reasonMessages: InEveryLanguage<typeof english> = {
  'reason.unavailable': 'No podíamos estar seguros. Por eso el sistema de IA no pudo usar sus datos.',
  'reason.unavailable.officer':
    'El servicio no pudo responder con seguridad (sellado, duda sobre la integridad o fallo de almacenamiento); no se permitió nada.',
  'reason.erased': 'Sus datos se borraron, así que nada puede usarlos.',
  'reason.erased.officer':
    'Hay una marca de borrado para este identificador; no se pidió ninguna finalidad que una obligación legal conserve.',
  'reason.unknown-purpose': 'El sistema de IA pidió algo que no tenemos por escrito. Por eso no se permitió.',
  'reason.unknown-purpose.officer': 'No hay ninguna finalidad publicada con esta clave.',
  'reason.unknown-ai-system': 'Este sistema de IA no está en nuestra lista. Por eso no se permitió.',
  'reason.unknown-ai-system.officer': 'No hay ningún sistema de IA publicado con esta clave.',
  'reason.ai-system-suspended': 'Hemos apagado este sistema de IA por ahora.',
  'reason.ai-system-suspended.officer': 'El sistema de IA está suspendido por la parada de emergencia.',
  'reason.ai-system-retired': 'Este sistema de IA ya no se usa.',
  'reason.ai-system-retired.officer': 'El sistema de IA está publicado como retirado.',
  'reason.use-not-declared':
    'El sistema de IA pidió más de lo que tenemos por escrito para él. Por eso no se permitió.',
  'reason.use-not-declared.officer':
    'El sistema de IA no declara esta finalidad, o una de las categorías de datos pedidas.',
  'reason.unknown-subject': 'No pudimos saber de quién se trataba. Por eso no se permitió.',
  'reason.unknown-subject.officer': 'El correo electrónico, el teléfono o el seudónimo no lleva a nadie.',
  'reason.restricted': 'Usted nos pidió congelar sus datos, y están congelados.',
  'reason.restricted.officer':
    'Hay una limitación sobre estos datos y la finalidad no publica ninguna excepción para datos limitados.',
  'reason.erasure-asked': 'Usted nos pidió borrar sus datos. Hasta entonces, la IA no puede usarlos.',
  'reason.erasure-asked.officer':
    'Hay una solicitud de supresión abierta. Solo sigue lo que una supresión tampoco terminaría (RGPD 17(3)).',
  'reason.objected': 'Usted se opuso a este uso. Por eso ha terminado.',
  'reason.objected.officer':
    'Hay una oposición a esta finalidad o a todas, y la base jurídica o la finalidad de publicidad cede ante ella.',
  'reason.opted-out': 'Usted excluyó sus datos de este uso. Por eso ha terminado.',
  'reason.opted-out.officer':
    'Hay una exclusión (opt-out, o una señal de opt-out) que cubre esta finalidad, sin excepción publicada.',
  'reason.no-legal-basis': 'No tenemos por escrito por qué la ley lo permitiría. Por eso no se permitió.',
  'reason.no-legal-basis.officer':
    'La finalidad no publica ninguna base jurídica que conozca el derecho de uno de los regímenes de esta persona.',
  'reason.refused': 'Usted dijo que no a esto.',
  'reason.refused.officer': 'La última elección vigente para esta finalidad es una negativa.',
  'reason.withdrawn': 'Usted retiró su sí. Por eso ha terminado.',
  'reason.withdrawn.officer': 'La última elección vigente para esta finalidad es una retirada.',
  'reason.no-special-category-condition':
    'Esto afectaría a datos especialmente sensibles sin la razón adicional que pide la ley. Por eso no se permitió.',
  'reason.no-special-category-condition.officer':
    'La finalidad es sensible y no publica ninguna condición del artículo 9, apartado 2, para la UE o el Reino Unido.',
  'reason.no-criminal-data-ground':
    'Esto afectaría a datos sobre delitos sin la razón propia que pide la ley. Por eso no se permitió.',
  'reason.no-criminal-data-ground.officer':
    'La finalidad usa datos sobre delitos sin fundamento del artículo 10 para la UE o el Reino Unido. Nómbrelo en criminalDataGround.',
  'reason.no-automated-decision-ground':
    'Una decisión de este peso no puede dejarse aquí solo en manos de una máquina. Por eso no se permitió.',
  'reason.no-automated-decision-ground.officer':
    'A una decisión automatizada importante, sin supervisión humana previa, le falta su fundamento (artículo 22 del RGPD, o 22B en el Reino Unido).',
  'reason.notice-not-shown': 'Nadie le explicó antes cómo participa la IA en esta decisión. Por eso no se permitió.',
  'reason.notice-not-shown.officer':
    'No consta que se mostrara un aviso sobre las versiones vigentes de este sistema de IA y esta finalidad (11 CCR 7220). Muéstrelo y regístrelo con POST /v1/notices/shown.',
  'reason.minor-without-parent': 'A su edad, primero tiene que aceptar su padre, madre o tutor.',
  'reason.minor-without-parent.officer':
    'La persona no alcanza la edad de consentimiento de su régimen y no ha consentido ningún progenitor.',
  'reason.never-asked': 'Todavía no le hemos preguntado por esto. Por eso no está permitido.',
  'reason.never-asked.officer': 'La base jurídica es el consentimiento y no consta ninguna elección.',
  'reason.expired': 'Su sí ha caducado. Por eso ya no está permitido.',
  'reason.expired.officer': 'El consentimiento es más antiguo que la validez que fija la finalidad.',
  'reason.notice-outdated': 'Lo que usted aceptó ha cambiado desde entonces. Por eso su sí anterior ya no cuenta.',
  'reason.notice-outdated.officer':
    'Después del consentimiento se publicó una versión con cambios importantes del aviso o de la finalidad.',
  'reason.category-not-covered': 'Usted no aceptó el uso de este tipo de datos.',
  'reason.category-not-covered.officer': 'Una categoría de datos pedida queda fuera del consentimiento.',
  'reason.ai-system-not-covered': 'Su sí no incluye este sistema de IA.',
  'reason.ai-system-not-covered.officer': 'El consentimiento se dio con un aviso que nombra otros sistemas de IA.',
  'reason.not-explicit': 'Esto necesita un sí claro y aparte, y no lo tenemos de usted.',
  'reason.not-explicit.officer': 'La base jurídica exige consentimiento explícito y el acto registrado no lo es.',
  'reason.minor-opt-in-needed': 'A su edad, esto necesita primero un sí, y no lo hay.',
  'reason.minor-opt-in-needed.officer':
    'Vender o compartir datos de un menor exige un consentimiento previo (del padre o la madre, por debajo de la segunda edad).',
  'reason.consent-given': 'Usted lo aceptó.',
  'reason.consent-given.officer':
    'Hay un consentimiento que cubre esta finalidad, estas categorías y este sistema de IA.',
  'reason.contract': 'Lo necesitamos para hacer lo que le prometimos en el contrato.',
  'reason.contract.officer': 'La base jurídica publicada es el contrato.',
  'reason.legal-obligation': 'Una ley nos obliga a hacerlo.',
  'reason.legal-obligation.officer': 'La base jurídica publicada es una obligación legal.',
  'reason.vital-interests': 'Esto protege la vida o la salud de una persona.',
  'reason.vital-interests.officer': 'La base jurídica publicada son los intereses vitales.',
  'reason.public-task': 'Es parte de una tarea que cumplimos para el público. Usted puede oponerse.',
  'reason.public-task.officer':
    'La base jurídica publicada es una misión de interés público; no hay ninguna oposición.',
  'reason.legitimate-interests': 'Lo hacemos por nuestro propio interés. Usted puede oponerse.',
  'reason.legitimate-interests.officer': 'La base jurídica publicada es el interés legítimo; no hay ninguna oposición.',
  'reason.recognised-legitimate-interests':
    'La ley nombra esto como una buena razón para usar datos. Usted puede oponerse.',
  'reason.recognised-legitimate-interests.officer':
    'La base jurídica publicada es un interés legítimo reconocido (Reino Unido); no hay ninguna oposición.',
  'reason.opt-out-not-exercised': 'Está permitido mientras no excluya sus datos, y no lo ha hecho.',
  'reason.opt-out-not-exercised.officer': 'La base publicada es el opt-out y no hay ninguna exclusión.',
  'reason.unknown': 'El motivo consta como «{code}».',
};
