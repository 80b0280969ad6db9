import { type Code, code, join, literal, nothing } from '../../code.js';
import type { ActionModel } from '../../model/answers.js';
import type { ResourceModel } from '../../model/connector-model.js';
import { accessPath } from '../../selector.js';
import type { VirtualFile } from '../../virtual-file.js';
import type { EmitContext, EmittedResource } from '../context.js';
import { ANSWER_HEADERS, typeFrom, valueFrom } from '../symbols.js';
import { renderTemplate } from '../template.js';

/** The function that says what answers mean, or nothing where they mean what their status says. */
export function emitActions({ model, names }: EmittedResource): Code {
  if (model.actions.length === 0) return nothing;
  const readsText = model.actions.some(({ content, bodyPath, wait }) => content !== null || bodyPath !== null || wait !== null);
  const headers = actsOnHeaders({ model });
  const text = readsText ? code`, text: string` : headers ? code`, _text: string` : nothing;
  const status = model.actions.some(({ statuses }) => statuses.length > 0) ? code`status` : code`_status`;
  return code`
    /** What answers mean that is not what their status says. */
    function ${names.act}(${status}: number${text}${headers ? code`, headers: ${ANSWER_HEADERS}` : nothing}): ${typeFrom('internal/actions', 'Action', 'AnswerAction')} | undefined {
      ${model.actions.some(({ bodyPath, wait }) => bodyPath !== null || wait !== null) ? code`const body = ${valueFrom('internal/actions', 'jsonOf')}(text);` : nothing}
      ${model.actions.map((each) => code`if (${condition(each)}) return ${meaning(each)};`)}
      return undefined;
    }
  `;
}

/** `{ do: 'fail' }` */
function meaning({ action, message, wait }: ActionModel): Code {
  const said = message === null ? {} : { message };
  if (wait === null) return literal({ do: action, ...said });
  const places = [wait.needed, wait.available, wait.restore].map((path) =>
    literal(path.map((step) => (step.kind === 'key' ? step.key : step.kind === 'index' ? step.index : 0))),
  );
  const told = message === null ? nothing : code`, message: ${literal(message)}`;
  return code`{ do: ${literal(action)}${told}, waitMs: ${valueFrom('internal/actions', 'untilEnough')}(body, ${join(places, ', ')}) }`;
}

/** Whether a header says what an answer means. */
function actsOnHeaders({ model }: Pick<EmittedResource, 'model'>): boolean {
  return model.actions.some(({ header }) => header !== null);
}

function condition({ statuses, content, header, bodyPath }: ActionModel): Code {
  const [only, ...more] = statuses;
  return join(
    [
      ...(only === undefined ? [] : [more.length === 0 ? code`status === ${literal(only)}` : code`${literal(statuses)}.includes(status)`]),
      ...(content === null ? [] : [code`text.includes(${literal(content)})`]),
      ...(header === null
        ? []
        : [
            header.value === null
              ? code`headers.get(${literal(header.name)}) !== null`
              : code`headers.get(${literal(header.name)}) === ${literal(header.value)}`,
          ]),
      ...(bodyPath === null ? [] : [code`${valueFrom('internal/actions', 'isSomething')}(${accessPath(code`body`, bodyPath)})`]),
    ],
    ' && ',
  );
}

/** Whether some resource of a connector reads meanings into answers. */
export function hasActions({ model }: EmitContext): boolean {
  return model.resources.some(({ actions }) => actions.length > 0);
}

/** Whether an answer says that the position of a state is none any more, whatever its status. */
export function hasRestarts({ model }: EmitContext): boolean {
  return model.resources.some(({ actions }) => actions.some(({ action }) => action === 'restart'));
}

/** Whether an answer says how long it takes until there is enough of what a request costs. */
export function waitsForCost({ model }: EmitContext): boolean {
  return model.resources.some(({ actions }) => actions.some(({ wait }) => wait !== null));
}

/** `src/internal/actions.ts`, where some resource needs it. */
export function emitActionsFile(context: EmitContext): readonly VirtualFile[] {
  if (!hasActions(context)) return [];
  const { resources } = context.model;
  const readsPlaces = resources.some(({ actions }) => actions.some(({ bodyPath }) => bodyPath !== null));
  const waits = waitsForCost(context);
  const values = { header: context.header, readsBody: readsPlaces || waits, readsPlaces, waits, restarts: hasRestarts(context) };
  return [{ path: 'src/internal/actions.ts', text: renderTemplate('src/internal/actions.ts.hbs', values) }];
}

/** Statuses that say something of their own, whatever else an answer holds. */
export function takenStatuses({ actions }: ResourceModel): readonly number[] {
  return actions.flatMap(({ statuses, content, header, bodyPath }) =>
    content === null && header === null && bodyPath === null ? statuses : [],
  );
}
