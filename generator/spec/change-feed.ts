import { checkPlace } from '../paginators/stop-rules.js';
import { boolean, object, oneOf, optional, text, type Shaped } from '../shape.js';

/** `change_feed`: where a read ends in the pages of an API is where the next one begins. */
export const changeFeedShape = oneOf(
  'true, or where the position is',
  [
    boolean({ description: 'Whether it is one; its position is where pages have their cursor.' }),
    object(
      'a change feed',
      {
        position_path: optional(
          text({
            description: 'Where the body of the last page has the position of the next run. Default: where pages have their cursor.',
            check: checkPlace,
            examples: ['nextSyncToken', "['@odata.deltaLink']"],
          }),
        ),
        start_param: optional(
          text({
            description:
              'The query parameter that the position is sent as, in every request of the next run. Default: the next run begins with it as a page does.',
            examples: ['syncToken'],
          }),
        ),
      },
      { description: 'Where the position of the next run is, and how it is sent.' },
    ),
  ],
  {
    description:
      'The API lists changes, and remembers positions among them: the position at the end of a read is where the next run begins (`_changes` of CouchDB, deltaLink, syncToken, the cursors of Plaid). Read for parents or values, it has one for each.',
  },
);

export type ChangeFeedSpec = Exclude<Shaped<typeof changeFeedShape>, boolean>;
