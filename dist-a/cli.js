import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isAlive
} from "./chunk-3233AHJZ.js";
import {
  internal,
  version
} from "./chunk-T3KREKGQ.js";
import "./chunk-SWWATBND.js";
import {
  EXIT,
  FORMATS,
  cli,
  report
} from "./chunk-I6XHRQFQ.js";
import "./chunk-765UOFLF.js";
import {
  disk
} from "./chunk-5MBANDOH.js";
import "./chunk-3EQSA2BL.js";

// generator/commands/program.ts
import { Command, Option as Option2 } from "commander";

// generator/commands/usage.ts
import { Option } from "commander";
var Stop = class extends Error {
  diagnostic;
  command;
  constructor(diagnostic, command) {
    super(diagnostic?.message);
    this.diagnostic = diagnostic;
    this.command = command;
  }
};
function valueOption(flags, description, known) {
  const option = new Option(flags, description);
  const flag = option.long ?? flags;
  return option.argParser((value, previous) => {
    if (previous !== void 0) throw new Misused(cli.repeatedFlag(flag));
    if (value.trim() === "") throw new Misused(cli.emptyValue(flag));
    if (value.startsWith("-")) throw new Misused(cli.missingValue(flag));
    if (known !== void 0 && !known.includes(value)) throw new Misused(cli.unknownValue(flag, value, known));
    return value;
  });
}
function fullArguments(name) {
  return (value, previous = []) => {
    if (value.trim() === "") throw new Misused(cli.emptyValue(name));
    return [...previous, value];
  };
}
function stopOnError(command) {
  return command.exitOverride((error) => {
    throw new Stop(diagnosticOf(error, command), command);
  });
}
var Misused = class extends Error {
  diagnostic;
  constructor(diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
};
function misuse(error, program) {
  if (error instanceof Stop) return error;
  return error instanceof Misused ? new Stop(error.diagnostic, program) : void 0;
}
function diagnosticOf(error, command) {
  const [quoted = "", second = ""] = [...error.message.matchAll(/'(.*?)'/g)].map((match) => match[1] ?? "");
  switch (error.code) {
    case "commander.helpDisplayed":
    case "commander.version":
      return void 0;
    case "commander.help":
      return error.exitCode === 0 ? void 0 : cli.noCommand();
    case "commander.unknownOption":
      return cli.unknownFlag(quoted, flagsOf(command));
    case "commander.unknownCommand":
      return cli.unknownCommand(
        quoted,
        command.commands.map((each) => each.name())
      );
    case "commander.optionMissingArgument":
      return cli.missingValue(plain(quoted));
    case "commander.conflictingOption":
      return cli.conflict(plain(quoted), plain(second));
    default:
      return cli.usage(error.message.replace(/^error: /, ""));
  }
}
function flagsOf(command) {
  return [...command.options.flatMap(({ long }) => long === void 0 || long === null ? [] : [long]), "--help"];
}
function plain(flags) {
  return flags.replace(/[ =].*/, "");
}

// generator/commands/program.ts
async function run(argv, io, pipeline) {
  let exitCode = EXIT.done;
  const program = describe(io, async (command) => {
    exitCode = await command(pipeline);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    const stop = misuse(error, program.commands.find((each) => each.name() === argv[0]) ?? program);
    if (stop !== void 0) return explain(stop, formatOf(argv), io);
    if (argv.includes("--debug") && error instanceof Error) io.stderr.write(`${error.stack ?? ""}
`);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return report({ findings: [{ diagnostics: [internal.unexpected(message)] }] }, formatOf(argv), io);
  }
}
function describe(io, start) {
  const program = base(new Command("tapwright"), io).description("Turns one YAML spec of a REST API into a standalone, strictly typed TypeScript connector package.").usage("<command> [options]").version(version, "-V, --version", "print the version").helpCommand("help [command]", "print the help of a command").addHelpText("after", "\nExamples:\n  $ tapwright generate specs/analytics.yaml\n  $ tapwright generate --check");
  program.addCommand(
    common(base(new Command("generate"), io)).summary("write the packages of specs").description("Writes the package of each spec to a folder of its name, DIR/<name>. Without SPEC: every specs/*.yaml.").argument("[SPEC...]", "paths of specs", fullArguments("SPEC")).addOption(valueOption("--out <DIR>", "the folder that holds the packages (default: generated)")).addOption(new Option2("--check", "write nothing; print how the folders differ, exit 1 if they do").conflicts(["force", "printModel"])).addOption(new Option2("--print-model", "write nothing; print the model of each spec as JSON").conflicts("force")).addOption(new Option2("--force", "overwrite generated files that were edited since")).addHelpText(
      "after",
      [
        "",
        "Files of yours in a package (node_modules, dist, notes) are left alone.",
        "",
        "Examples:",
        "  $ tapwright generate specs/analytics.yaml      writes generated/analytics",
        "  $ tapwright generate --out ../connectors       every spec, to ../connectors/<name>",
        "  $ tapwright generate --check                   for CI"
      ].join("\n")
    ).action(async (specs, options) => {
      const { generateCommand } = await import("./generate-66DNZBFF.js");
      await start((pipeline) => generateCommand({ ...options, specs: specs ?? [] }, io, pipeline));
    })
  );
  return program;
}
function base(command, { stdout }) {
  return stopOnError(command).configureOutput({ writeOut: (text) => stdout.write(text), writeErr: () => void 0 }).helpOption("-h, --help", "print this help").showSuggestionAfterError(false);
}
function common(command) {
  return command.addOption(valueOption("--format <FORMAT>", "human or json: one JSON object on stdout (default: human)", FORMATS)).addOption(new Option2("--debug", "print the stack of an unexpected error"));
}
function explain({ diagnostic, command }, format, io) {
  if (diagnostic === void 0) return EXIT.done;
  const exitCode = report({ findings: [{ diagnostics: [diagnostic] }] }, format, io);
  const help = diagnostic.code === "cli/no-command" ? command.helpInformation() : `Usage: ${usageOf(command)}
More: ${nameOf(command)} --help
`;
  if (format === "human") io.stderr.write(`
${help}`);
  return exitCode;
}
function usageOf(command) {
  return `${nameOf(command)} ${command.usage()}`;
}
function nameOf(command) {
  return command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`;
}
function formatOf(argv) {
  return argv.includes("--format=json") || argv[argv.indexOf("--format") + 1] === "json" ? "json" : "human";
}

// generator/cli.ts
async function main() {
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  process.exitCode = await run(process.argv.slice(2), {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    owner: { pid: process.pid, isAlive: (pid) => isAlive(process.kill, pid) },
    disk,
    interrupt: interrupt.signal,
    now: () => performance.now()
  });
}
function outputTo(stream) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
  const { NO_COLOR = "", TERM } = process.env;
  return { color: stream.isTTY === true && NO_COLOR === "" && TERM !== "dumb", write: (text) => void stream.write(text) };
}
export {
  main
};
