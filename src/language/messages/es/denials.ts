/**
 * Spanish for ../en/denials.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { denialMessages as english } from '../en/denials.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const denialMessages: InEveryLanguage<typeof english> = {
  'denial.art11-unidentifiable':
    'Con los datos que tenemos no podemos saber cuáles son suyos. Puede enviarnos detalles que nos ayuden a encontrarlos.',
  'denial.art12-5-unfounded':
    'Es evidente que esta solicitud no tiene base. Abajo decimos por qué. Nos toca a nosotros probarlo.',
  'denial.art12-5-excessive':
    'Esta solicitud va más allá de para qué sirve el derecho. Abajo decimos en qué se nota. Nos toca a nosotros probarlo.',
  'denial.art12-5-fee': 'Podemos responder a cambio de un pago razonable. Lo dijimos antes, y no se pagó.',
  'denial.art12-6-identity-not-resolved':
    'Teníamos buenas razones para dudar de quién preguntaba. Pedimos una prueba y no recibimos lo que necesitábamos.',
  'denial.art23-national-restriction': 'Una ley nacional limita aquí este derecho. Se indica abajo.',
  'denial.uk-12-5-unfounded-or-excessive':
    'Es evidente que esta solicitud no tiene base o va más allá de para qué sirve el derecho. Abajo decimos por qué.',
  'denial.uk-12a-no-clarification': 'Le preguntamos qué busca y no tuvimos respuesta. Díganoslo y seguiremos.',
  'denial.uk-exemption': 'Se aplica una excepción de la ley británica de datos (Data Protection Act). Se indica abajo.',
  'denial.uk-reasonable-proportionate-search':
    'Buscamos hasta donde es razonable, y no más allá. El resto de la respuesta se entrega.',
  'denial.art15-4-rights-of-others':
    'Esta parte mostraría datos de otras personas. Por eso está tachada. El resto se entrega.',
  'denial.trade-secret-balance':
    'Esta parte es un secreto comercial. La autoridad o un tribunal puede sopesar su interés, y ofrecemos presentársela.',
  'denial.accurate-data': 'Lo comprobamos, y los datos son correctos tal como están. Abajo decimos qué comprobamos.',
  'denial.art17-no-ground': 'Todavía necesitamos estos datos para lo que se recogieron, y podemos seguir usándolos.',
  'denial.art17-3-a-expression': 'Guardar estos datos es necesario para la libertad de expresión e información.',
  'denial.art17-3-b-legal-obligation': 'Una ley nos obliga a guardar estos datos un tiempo. Todo lo demás se borra.',
  'denial.art17-3-c-public-health': 'Guardar estos datos es necesario para la salud pública.',
  'denial.art17-3-d-archiving-research':
    'Borrar estos datos haría imposible una investigación o un archivo de interés público.',
  'denial.art17-3-e-legal-claims': 'Necesitamos estos datos para presentar o defender una reclamación legal.',
  'denial.art18-no-ground': 'Aquí no se da ninguna de las cuatro razones por las que la ley permite congelar datos.',
  'denial.art20-not-provided-by-subject':
    'Usted no nos dio estos datos, los dedujimos nosotros. Puede verlos si pide una copia.',
  'denial.art20-wrong-basis':
    'No usamos estos datos con su consentimiento (su sí) ni para un contrato con usted. Puede verlos si pide una copia.',
  'denial.art20-not-automated': 'Estos datos solo están en papel. Puede verlos si pide una copia.',
  'denial.art21-compelling-grounds':
    'Tenemos razones de peso para seguir, que aquí pesan más que las suyas. Se indican abajo.',
  'denial.art21-legal-claims': 'Necesitamos estos datos para presentar o defender una reclamación legal.',
  'denial.art21-6-research-public-interest': 'Esta investigación es necesaria para una tarea de interés público.',
  'denial.art22-not-solely-automated':
    'Esta decisión la tomó una persona, no solo una máquina. Aun así le decimos cómo se usó el sistema de IA.',
  'denial.art22-no-significant-effect': 'Esta decisión no tiene para usted un efecto legal ni otro igual de fuerte.',
  'denial.not-solely-automated': 'En esta decisión participó una persona con influencia real.',
  'denial.no-significant-effect': 'Esta decisión no tiene para usted un efecto legal ni otro igual de fuerte.',
  'denial.ai-act-86-2-exception': 'Una ley excluye o limita esta explicación. Se indica abajo.',
  'denial.ai-act-86-3-other-union-right': 'Otra ley europea ya le da esta explicación, y respondemos según esa.',
  'denial.ca-unverified': 'No pudimos comprobar que fuera usted quien lo pidió.',
  'denial.ca-fraud-belief':
    'Tenemos razones documentadas para creer que esta solicitud es un fraude. Las explicamos abajo.',
  'denial.ca-not-consumer':
    'La ley de California protege a quienes viven en California. Según nuestros datos, usted no vive allí.',
  'denial.ca-twice-in-12-months': 'Ya respondimos a esto dos veces en los últimos doce meses.',
  'denial.ca-exempt-145': 'La ley excluye estos datos. El apartado se indica abajo.',
  'denial.ca-never-disclose':
    'Tenemos este tipo de datos, pero enviarlos le pondría en riesgo. Por eso la ley no nos deja mostrarlos.',
  'denial.ca-disproportionate-effort':
    'Para esta parte, el esfuerzo sería desproporcionado. Abajo explicamos con detalle por qué.',
  'denial.ca-unfounded-excessive':
    'Es evidente que esta solicitud no tiene base o se repite demasiado. Abajo decimos por qué.',
  'denial.ca-del-transaction': 'Necesitamos estos datos para terminar lo que usted encargó o pidió.',
  'denial.ca-del-security': 'Necesitamos estos datos para mantener seguros nuestros sistemas.',
  'denial.ca-del-debug': 'Necesitamos estos datos para encontrar y corregir errores.',
  'denial.ca-del-speech': 'Guardar estos datos protege la libertad de expresión u otro derecho que da la ley.',
  'denial.ca-del-calecpa': 'Una ley de California sobre mensajes electrónicos nos obliga a guardar estos datos.',
  'denial.ca-del-research': 'Estos datos son parte de una investigación de interés público que usted aceptó.',
  'denial.ca-del-internal-aligned':
    'Usamos estos datos solo internamente y como usted puede esperar de nuestra relación.',
  'denial.ca-del-legal-obligation': 'Una ley nos obliga a guardar estos datos.',
  'denial.ca-correct-accurate-totality':
    'Visto todo lo que tenemos, es más probable que los datos sean correctos que incorrectos. Abajo decimos por qué.',
  'denial.ca-correct-repeat-6-months':
    'Rechazamos la misma corrección en los últimos seis meses, y no llegó nada nuevo.',
  'denial.ca-correct-fraud': 'Tenemos razones documentadas para creer que esta solicitud es un fraude o un abuso.',
  'denial.ca-admt-human-appeal':
    'Aquí no puede excluir sus datos. Pero si lo pide, una persona con poder para cambiar la decisión la revisa de nuevo.',
  'denial.ca-admt-hiring-admission':
    'Aquí no puede excluir sus datos: el sistema solo valora si alguien puede hacer el trabajo o el curso, y funciona sin discriminar.',
  'denial.ca-admt-work-allocation':
    'Aquí no puede excluir sus datos: el sistema solo reparte trabajo o fija la paga, y funciona sin discriminar.',
  'denial.ca-not-significant-decision':
    'Esta decisión no es de las que la ley contempla: sobre dinero, vivienda, educación, trabajo o atención médica.',
  'denial.ca-not-admt-human-involved':
    'Esta decisión la tomó una persona que entiende el resultado, miró más que eso y podía cambiarla.',
  'denial.ca-limit-permitted-purpose':
    'Usamos estos datos sensibles solo para lo que la ley nos permite. Esos usos se indican abajo.',
  'denial.us-unauthenticated':
    'No pudimos comprobar que fuera usted quien lo pidió. Envíenos lo que le pedimos y lo miraremos de nuevo.',
  'denial.us-unfounded-excessive-repetitive':
    'Es evidente que esta solicitud no tiene base o se repite demasiado. Abajo decimos por qué. Nos toca a nosotros probarlo.',
  'denial.us-exempt-entity': 'La ley de su estado no se aplica a nosotros. La excepción se indica abajo.',
  'denial.us-exempt-data': 'La ley de su estado no cubre estos datos. La excepción se indica abajo.',
  'denial.us-trade-secret': 'Esta parte es un secreto comercial. El resto se entrega.',
  'denial.us-pseudonymous-separate': 'Estos datos se guardan aparte de todo lo que nos diría que son suyos.',
  'denial.us-legal-claims': 'Necesitamos estos datos para presentar o defender una reclamación legal.',
  'denial.us-internal-ops': 'Usamos estos datos solo internamente y como usted esperaría.',
  'denial.co-human-involved': 'En estas decisiones interviene de verdad una persona. Abajo explicamos cómo.',
  'denial.co-not-commercially-reasonable':
    'Que una persona lo revise no es razonablemente posible aquí. Abajo decimos por qué.',
  'denial.national-exemption': 'Una ley nacional limita aquí este derecho. Se indica abajo.',
  'denial.right-not-in-regime':
    'La ley que se le aplica no da este derecho. Abajo decimos qué podemos hacer por usted en su lugar.',
};
