import { choice, object, optional, scalar, text } from '../shape.js';

/** `deleted_when`: which records say that they are gone. */
export const deletedWhenShape = object(
  'deleted_when',
  {
    field: optional(
      text({
        description: 'The field that tells, compared with equals. A dot leads into an object: `meta.deleted`.',
        examples: ['deleted'],
      }),
    ),
    equals: optional(scalar({ description: 'What the field is of a record that is gone.', placeholders: 'prose' })),
    not_null: optional(text({ description: 'A field that only a record has that is gone: the time of it.', examples: ['deleted_at'] })),
    mode: optional(
      choice('a way to delete', ['hard', 'soft'], {
        description: 'hard: the row is removed. soft: it stays, and the column `_deleted` is true.',
        default: 'hard',
      }),
    ),
  },
  {
    description:
      'Which records say that they are gone: `{ field: deleted, equals: true }` or `{ not_null: deleted_at }`. For write_disposition: merge. Singer records of these have `_sdc_deleted_at`, those of Airbyte `_ab_cdc_deleted_at`.',
    examples: [
      { field: 'deleted', equals: true },
      { not_null: 'deleted_at', mode: 'soft' },
    ],
  },
);
