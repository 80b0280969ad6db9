// Reads every odd answer of a server, in every runtime, and says what came of it.

/** The outcome of each, by its name: `{ rows, error, reason }`; `hung` where the read did not end. */
export async function consume({ BenchClient }, base, options = {}) {
  const names = await (await fetch(`${base}/names`)).json();
  const outcomes = {};
  for (const [index, name] of names.entries()) {
    const client = new BenchClient({ ...options, baseUrl: `${base}/${index}`, sleep: async () => undefined, random: () => 0, timeoutMs: 700 });
    let timer;
    const watchdog = new Promise((resolve) => (timer = setTimeout(() => resolve({ hung: true }), 10_000)));
    outcomes[name] = await Promise.race([read(client), watchdog]);
    clearTimeout(timer);
  }
  return JSON.stringify(outcomes);
}

async function read(client) {
  let rows = 0;
  try {
    for await (const page of client.table.pages()) rows += page.records.length;
    return { rows };
  } catch (error) {
    return { rows, error: `${error?.code ?? error}`, reason: error?.reason };
  }
}
