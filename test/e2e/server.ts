import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A server of a test's own, which it can stop. */
export interface Server {
  /** The address of the folder that is served, with `/` at its end. */
  readonly url: string;
  /** Ends the server; resolves once nothing answers any more. */
  readonly stop: () => Promise<void>;
}

/** Serves `folder` as a static site, at `port` or at one that is free. */
export async function serve(folder: string, port?: number): Promise<Server> {
  const at = port ?? (await freePort());
  const args = [folder, '--host', '127.0.0.1', '--port', String(at), '--quiet'];
  const child = spawn('sirv', args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${at}/`;
  while (!(await answers(url)) && child.exitCode === null) await rest();
  if (child.exitCode !== null) throw new Error(`no server at ${url}`);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { url, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { method: 'HEAD' }).then(
    () => true,
    () => false,
  );
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
