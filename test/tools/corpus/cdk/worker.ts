import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Reads streams of manifests with Airbyte's own engine, one line in, one line out. Every request goes to a server here, with the URL it was meant for. */
const WORKER = `
import copy, json, logging, os, sys, time, warnings
warnings.filterwarnings("ignore")
os.environ["DO_NOT_TRACK"] = "1"
import requests, yaml
from airbyte_cdk.models import ConfiguredAirbyteCatalog, ConfiguredAirbyteStream, AirbyteStream, SyncMode, DestinationSyncMode, Type
from airbyte_cdk.sources.declarative.concurrent_declarative_source import ConcurrentDeclarativeSource

logging.disable(logging.CRITICAL)
out, sys.stdout = sys.stdout, sys.stderr
asleep = time.sleep
time.sleep = lambda seconds: asleep(min(seconds, 0.002))
server = sys.argv[1]
validate = ConcurrentDeclarativeSource._validate_source
send = requests.adapters.HTTPAdapter.send

def redirected(self, request, **given):
    meant = request.url
    request.headers["X-Meant"] = meant
    request.url = server
    try:
        answer = send(self, request, **given)
    finally:
        request.url = meant
    answer.url = meant
    return answer

requests.adapters.HTTPAdapter.send = redirected

def said(error):
    return "%s: %s" % (type(error).__name__, str(getattr(error, "internal_message", None) or error).split("\\n")[0][:300])

loaded = {}

def made(case, **given):
    path = case["manifest"]
    if path not in loaded:
        with open(path) as file:
            loaded[path] = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    else:
        # it was found valid the first time
        ConcurrentDeclarativeSource._validate_source = lambda self: None
    source = ConcurrentDeclarativeSource(config=copy.deepcopy(case["config"]), source_config=copy.deepcopy(loaded[path]), **given)
    ConcurrentDeclarativeSource._validate_source = validate
    return source

def described(case):
    source = made(case)
    streams, errors = {}, {}
    for stream in source.streams(config=case["config"]):
        try:
            streams[stream.name] = stream.as_airbyte_stream().json_schema
        except Exception as error:
            errors[stream.name] = said(error)
    return {"manifest": source.resolved_manifest, "schemas": streams, "errors": errors}

def read(case):
    stream = AirbyteStream(name=case["stream"], json_schema={}, supported_sync_modes=[SyncMode.full_refresh, SyncMode.incremental])
    catalog = ConfiguredAirbyteCatalog(streams=[ConfiguredAirbyteStream(
        stream=stream, sync_mode=SyncMode.full_refresh, destination_sync_mode=DestinationSyncMode.append)])
    source = made(case, catalog=catalog, state=[])
    rows, errors = [], []
    try:
        for message in source.read(logging.getLogger("airbyte"), case["config"], catalog, []):
            if message.type == Type.RECORD:
                rows.append(message.record.data)
                if len(rows) > 20000:
                    errors.append("no end: more than 20000 rows")
                    break
            elif message.type == Type.TRACE and message.trace.error is not None:
                errors.append(str(message.trace.error.internal_message or message.trace.error.message)[:300])
    except Exception as error:
        errors.append(said(error))
    return {"rows": rows, "error": errors[0] if errors else None}

for line in sys.stdin:
    case = json.loads(line)
    try:
        answer = read(case) if "stream" in case else described(case)
    except Exception as error:
        answer = {"rows": [], "error": said(error)}
    print(json.dumps(answer, default=str), file=out, flush=True)
`;

export interface Engine {
  /** What it says to a line; undefined: nothing within the time, and it is started anew. */
  ask(request: object, seconds: number): Promise<unknown>;
  stop(): void;
}

export function startEngine(programs: string, folder: string, server: string): Engine {
  const script = join(folder, 'worker.py');
  writeFileSync(script, WORKER);
  let child: ChildProcess | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    async ask(request, seconds) {
      if (child?.stdin == null || lines === undefined) {
        child = spawn(join(programs, 'python'), [script, server], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
        if (child.stdout === null) throw new Error('it has no output');
        lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      }
      child.stdin?.write(`${JSON.stringify(request)}\n`);
      const stopped = child;
      const timer = setTimeout(() => stopped.kill('SIGKILL'), seconds * 1000);
      const line = await lines.next();
      clearTimeout(timer);
      if (line.done !== true) return JSON.parse(line.value) as unknown;
      [child, lines] = [undefined, undefined];
      return undefined;
    },
    stop: () => void child?.stdin?.end(),
  };
}
