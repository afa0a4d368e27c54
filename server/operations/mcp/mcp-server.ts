import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Request, Response } from 'express';
import { recordRefusal } from '#db/kernel/audit/audit-refusals.ts';
import { fail } from '#shared/kernel/result.ts';
import { mcp as words } from '#shared/operations/mcp/mcp.fr.ts';
import { failureOf } from '../api/answers.ts';
import { sentenceOf, statusOf } from '../api/problem.ts';
import { bounded } from './bounded.ts';
import { type Tool, type ToolCall, tools } from './mcp-tools.ts';

/** [MC4] Of one answer, in characters. */
const MOST = 100_000;

/** [MC1] Answers one message of a client, by a server of its own: nothing is kept between two. */
export async function answerMcp(call: ToolCall, request: Request, response: Response): Promise<void> {
  const server = new McpServer({ name: 'cordee', version: '1' }, { instructions: words.instructions });
  for (const one of tools) {
    const { title, description } = words.tools[one.name];
    const annotations = { readOnlyHint: !one.isWriting, destructiveHint: false, openWorldHint: false };
    server.registerTool(
      one.name,
      { title, description, inputSchema: one.input, annotations },
      (given: unknown) => attempt(call, one, given),
    );
  }
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => void server.close().catch(() => undefined));
  await server.connect(transport);
  await transport.handleRequest(request, response, request.body);
}

/** What a tool tells, or why not; a refusal of access leaves its line ([AU8]). */
async function attempt(call: ToolCall, { name, attempt }: Tool, given: unknown) {
  const { services, caller } = call;
  const told = await attempt(call, given).catch((error: unknown) =>
    fail(failureOf(services, error, `/mcp ${name}`)),
  );
  const texts = (...all: string[]) => all.map((text) => ({ type: 'text' as const, text }));
  if (told.ok) {
    const { text, lost } = bounded(told.value, MOST);
    return { content: texts(text, ...(lost.length > 0 ? [words.cut(MOST, lost)] : [])) };
  }
  const status = statusOf(told.error);
  const line = { userId: caller.userId, status, page: `/mcp ${name}`, now: services.now() };
  if (status === 403 || status === 404) await recordRefusal(services.db, { ...line, status });
  return { isError: true, content: texts(`${sentenceOf(told.error)} (${told.error})`) };
}
