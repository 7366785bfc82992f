/**
 * Spanish for ../en/package.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { packageMessages as english } from '../en/package.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const packageMessages: InEveryLanguage<typeof english> = {
  'package.title': 'Sus datos, para guardar',
  'package.lead':
    'Esta carpeta es nuestra respuesta a su solicitud del {day}. Puede leerla sin internet y sin nosotros.',
  'package.provided':
    'Contiene lo que usted nos dio y lo que hizo aquí. Lo que nosotros o un ordenador calculamos sobre usted no está.',
  'package.letter': 'Leer la carta',
  'package.letter-pdf': 'La carta en PDF',
  'package.contents': 'Qué contiene',
  'package.forms':
    'El CSV se abre en una hoja de cálculo. El JSON es para programas, y la carpeta «schemas» dice cómo está hecho.',
  'package.foot': 'Guarde esta carpeta como guardaría una carta de su banco.',
  'package.back': 'Volver al resumen',
  'package.download': 'Descargar todo en una carpeta (ZIP)',
  'package.until': 'Puede descargarla aquí hasta el {day}, justo después de iniciar sesión.',
  'package.check.title': 'Comprobar que nada cambió',
  'package.check.words':
    'Elija abajo esta carpeta. Su navegador compara entonces cada archivo con la lista firmada y comprueba las entradas selladas. Nada sale de su ordenador.',
  'package.check.choose': 'Elegir esta carpeta',
  'package.check.key': 'Qué firma creer',
  'package.check.key-words':
    'Esta clave vino con la carpeta. Compárela con la que la empresa publica en otro lugar, o ponga aquella aquí.',
  'package.check.working': 'Comprobando…',
  'package.check.good': 'Nada cambió: {files} archivos están como se firmaron, y {entries} entradas están probadas.',
  'package.check.bad': 'Algo no está bien en {count} lugares. No confíe en esta carpeta.',
  'package.check.no-script': 'Para comprobar hace falta el script de esta carpeta. Todo lo demás se lee sin él.',
  'package.topic.person': 'Usted, como le conocemos',
  'package.topic.consents': 'Sus decisiones',
  'package.topic.limits': 'Lo que nos pidió dejar de hacer',
  'package.topic.uses': 'Cuándo la IA usó sus datos',
  'package.topic.trainings': 'Entrenamiento de IA',
  'package.topic.automatedDecisions': 'Decisiones con IA',
  'package.topic.decisionInputs': 'Lo que entró en las decisiones',
  'package.topic.reviews': 'Revisiones por una persona',
  'package.topic.files': 'Lo que usted nos envió',
  'package.topic.messages': 'Mensajes para usted',
  'package.topic.notes': 'Notas sobre usted',
  'package.topic.notices': 'Avisos que vio',
  'package.topic.requests': 'Sus solicitudes',
  'package.topic.looks': 'Quién miró sus datos',
  'package.topic.signIns': 'Sus accesos',
  'package.topic.others': 'Otras entradas',
  'package.topic.aiUse': 'Cómo usa la IA sus datos, en una respuesta',
  'package.topic.withheld': 'Lo que se dejó fuera, y por qué',
  'package.topic.evidence': 'Las entradas selladas, para comprobar',
  'package.topic.letter': 'La carta',
  'package.topic.schema': 'Cómo están hechos los archivos',
};
