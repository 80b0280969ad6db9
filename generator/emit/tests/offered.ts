import { type Code, code, identifier, literal, member, nothing, property } from '../../code.js';
import { optionsUnder, requirement } from '../../model/offered.js';
import { sampleConfig } from '../../recordings/sample-config.js';
import type { TestedResource, TestPlan } from './plan.js';

/** The test of a resource that is there under an option alone. */
export function offeredTest({ context }: TestPlan, { model: { when, name }, options }: TestedResource): Code {
  if (when === null) return nothing;
  const { raw, camel } = when.option;
  const others = optionsUnder([{ ...when, isNegated: !when.isNegated }]);
  const other = others?.has(raw) === true ? others.get(raw) : sampleConfig(context.model.config)[raw];
  return code`

    test(${literal(`is there only where ${camel} is ${requirement(when)}`)}, async () => {
      const options = { ...credentials, ${options}...api([]) };
      const absent = ${member(code`new ${identifier(`${context.model.name.pascal}Client`)}({ ...options, ${property(camel)}: ${literal(other ?? undefined)} })`, name.camel)};
      expect(absent.isOffered).toBe(false);
      expect(await failure(collect(absent.list()))).toMatchObject({ code: 'invalid_option', option: ${literal(camel)} });
      expect(open(api([])).isOffered).toBe(true);
    });
  `;
}
