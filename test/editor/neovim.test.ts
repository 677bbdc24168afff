import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeTree } from '../content/tree.ts';

const nvim = [process.env['NVIM_PATH'], '/usr/bin/nvim'].find((file) => file && existsSync(file));

/** Starts the server for the open page, waits for what it publishes, and prints it. */
const script = `
local client = vim.lsp.start_client({ name = 'waymark', cmd = vim.split(vim.env.WAYMARK, '\\n'), root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
io.stdout:write(vim.fn.json_encode(vim.diagnostic.get(0)))
vim.lsp.stop_client(client)
vim.cmd('qa!')
`;

test.skipIf(!nvim)('Neovim shows what is found on a page that it opens (needs Neovim)', () => {
  const root = writeTree({ 'a.md': '# A\n\nSee [the guide](./gone.md).\n', 'init.lua': script });
  const server = [process.execPath, path.resolve('bin/waymark.mjs'), 'lsp', '--no-cache'];
  const { stdout, stderr } = spawnSync(nvim!, ['--headless', '--clean', '-i', 'NONE', '-n', 'a.md', '-c', 'luafile init.lua'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, WAYMARK: server.join('\n'), HOME: root, XDG_STATE_HOME: root, XDG_CACHE_HOME: root },
  });
  expect(JSON.parse(stdout || `"${stderr}"`)).toMatchObject([{ lnum: 2, col: 4, severity: 1, source: 'waymark', code: 'link/broken', message: 'This link leads to gone.md, which does not exist.' }]);
}, 120_000);
