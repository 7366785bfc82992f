import { bad, label, type Samples, text } from './sample.ts';

export const spanish: Samples = {
  good: [
    label('¿Puede la IA ayudar a contestarle?'),
    label('Protege su cuenta'),
    text('Un sistema de IA prepara respuestas a sus mensajes. Una persona las envía.'),
    text('Compara un pago con sus lugares, cantidades y horas de siempre. Lo que es muy distinto se para.'),
    text(
      'Acierta en unos tres de cada cuatro casos. La Sra. López, p. ej., paga con tarjeta desde hace años. Lo probamos el 3 de noviembre de 2026 con 1.200.000 pagos.',
    ),
    text(
      'Suponemos cosas sobre usted a partir de sus datos (la ley lo llama elaboración de perfiles). Así elegimos las ofertas.',
    ),
    text(
      'Un tratamiento de datos, es decir, todo lo que se hace con ellos: leer, guardar, enviar, borrar. Antes de cada tratamiento de sus mensajes le preguntamos.',
    ),
    text('Tenemos un interés legítimo: queremos evitar robos. Ese motivo pesa más que una espera corta.'),
    text(
      'Para su préstamo miramos:\n- lo que gana y gasta\n- cómo pagó sus préstamos de antes\n- desde cuándo vive y trabaja allí\n\nNo miramos su nombre, su fe ni su familia.',
    ),
    text(
      'Usted nos pide un préstamo. Un sistema de IA lee su solicitud y los datos que ya tenemos. Calcula si va a devolver el dinero. Si el riesgo pasa de la mitad, decimos que no. Usted puede preguntar por qué. Puede decirnos qué está mal. Y puede pedir que una persona decida de nuevo. No cuesta nada.',
    ),
  ],
  bad: [
    bad(
      label(
        'Información sobre el tratamiento automatizado de los datos de carácter personal de nuestras clientas y clientes de crédito',
      ),
      'long-label',
      'legal-word',
      'legal-word',
    ),
    bad(text('Usamos sus datos para mejorar nuestros servicios.'), 'generic-purpose'),
    bad(
      text('Sus datos sirven para fines comerciales y para la mejora de nuestros productos.'),
      'generic-purpose',
      'generic-purpose',
    ),
    bad(
      text(
        'De conformidad con estas reglas, usted debe escribirnos con carácter previo a efectos de aviso. Asimismo, firme.',
      ),
      'stiff-word',
      'stiff-word',
      'stiff-word',
      'stiff-word',
    ),
    bad(text('El responsable del tratamiento se basa en sus intereses legítimos.'), 'legal-word', 'legal-word'),
    bad(text('La base jurídica es el artículo 6 del RGPD.'), 'legal-word', 'legal-word', 'legal-word'),
    bad(
      text(
        'Si está de acuerdo, un sistema de IA lee sus mensajes y los datos de su cuenta para preparar respuestas que una persona de nuestro equipo lee después, cambia si hace falta y le envía en cuanto puede.',
      ),
      'long-sentence',
    ),
    bad(text('Nuestra metodología incorpora características demográficas y regularidades estadísticas.'), 'hard-words'),
    bad(
      text('Su ficha fue leída, una nota fue calculada, el límite fue cambiado y una carta fue enviada.'),
      'passive-chain',
    ),
    bad(
      text(
        'Nuestro departamento de créditos evalúa cada solicitud con un programa estadístico. El programa compara la información financiera con las devoluciones de clientes anteriores. Las peticiones inferiores a determinado umbral se rechazan generalmente sin otro contacto. Una oposición necesita una declaración escrita durante catorce días. Un especialista examina después la validez de la evaluación inicial.',
      ),
      'readability',
      'readability',
      'readability',
    ),
  ],
};
