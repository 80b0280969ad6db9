import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';

/** Reads configurations with dlt itself, one line in, one line out. */
const WORKER = `
import importlib.util, json, os, sys
os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "CRITICAL"
import dlt
from dlt.sources.rest_api import rest_api_resources

def rows_of(resources):
    found, errors = {}, {}
    for resource in resources:
        rows = []
        try:
            for item in resource:
                rows.extend(item) if isinstance(item, list) else rows.append(item)
        except Exception as error:
            errors[resource.name] = "%s: %s" % (type(error).__name__, str(error).split("\\n")[0][:300])
        found[resource.name] = rows
    return found, errors

for line in sys.stdin:
    case = json.loads(line)
    try:
        for name, value in case.get("env", {}).items():
            os.environ[name] = value
        if "python" in case:
            spec = importlib.util.spec_from_file_location("case_" + str(case["number"]), case["python"])
            module = importlib.util.module_from_spec(spec)
            sys.modules[spec.name] = module
            spec.loader.exec_module(module)
            source = getattr(module, case["make"])()
            resources = list(source.resources.values())
        else:
            resources = rest_api_resources(case["config"])
        rows, errors = rows_of(resources)
        answer = {"rows": rows, "errors": errors}
    except Exception as error:
        answer = {"rows": {}, "errors": {"": "%s: %s" % (type(error).__name__, str(error)[:300])}}
    print(json.dumps(answer, default=str), flush=True)
`;

export interface DltAnswer {
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

export interface DltWorker {
  read(request: object): Promise<DltAnswer>;
  stop(): void;
}

export function startDlt(programs: string, folder: string): DltWorker {
  const script = join(folder, 'worker.py');
  writeFileSync(script, WORKER);
  const child = spawn(join(programs, 'python'), [script], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async read(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error('dlt ended');
      return JSON.parse(line.value) as DltAnswer;
    },
    stop: () => void child.stdin.end(),
  };
}
