import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from './api.js';
import type { Connect } from './play.js';

/** An API that answers in memory. */
export const inMemory: Connect = (world) => ({
  baseUrl: 'https://model.example/api',
  fetch: async (input) => {
    const { status, headers, body } = world.answer(new URL(String(input)));
    return Response.json(body, { status, headers });
  },
});

/** One server on loopback; each API that it is given has a path of its own. */
export class Loopback {
  readonly #worlds = new Map<string, World>();
  readonly #server: Server;
  #count = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '', this.origin);
      const world = this.#worlds.get(url.pathname.split('/')[1] ?? '');
      const { status, headers, body } = world?.answer(url) ?? { status: 500, headers: {}, body: {} };
      response.sendDate = false; // its clock is the model's
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  readonly connect: Connect = (world) => {
    const name = `s${++this.#count}`;
    this.#worlds.clear();
    this.#worlds.set(name, world);
    return { baseUrl: `${this.origin}/${name}/api` };
  };
}
