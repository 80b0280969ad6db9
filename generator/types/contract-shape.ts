import { choice, object, oneOf, optional, type Shaped } from '../shape.js';

const contractModeShape = choice('a contract mode', ['evolve', 'freeze', 'discard_row', 'discard_value'], {
  description:
    'evolve: undeclared fields pass, a wrong type is an error. freeze: either is an error. discard_row, discard_value: the record or the value is dropped and counted.',
});

/** `schema_contract`: one word, or one for each of `columns` and `data_type`. */
export const schemaContractShape = oneOf(
  'a contract mode or a mapping',
  [
    contractModeShape,
    object(
      'schema_contract',
      {
        columns: optional(contractModeShape),
        data_type: optional(contractModeShape),
      },
      { description: 'Contract modes for undeclared fields (`columns`) and for values of the wrong type (`data_type`).' },
    ),
  ],
  { description: 'What happens to fields that are not declared and to values of the wrong type.', default: 'evolve' },
);

export type SchemaContractSpec = Shaped<typeof schemaContractShape>;
