import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { isDate } from '../core/text/dates.js';
import {
  checkReport,
  fillBlanks,
  findProvision,
  listBlanks,
  listEditions,
  verifyCitation,
  type Knowledge,
} from './tools.js';
import { ARGUMENTS, INSTRUCTIONS, TOOLS } from './texts.js';

/** A text longer than any report is refused and not looked at. */
const LONGEST = 4_000_000;

/** The tools of `tools.ts` as a server of the Model Context Protocol, connected to nothing yet. */
export function createServer(known: Knowledge, version: string): McpServer {
  const { locale } = known;
  const server = new McpServer({ name: 'policydoc', version }, { instructions: INSTRUCTIONS[locale] });
  const say = (argument: keyof typeof ARGUMENTS): string => ARGUMENTS[argument][locale];
  const text = z.string().max(LONGEST).describe(say('text'));
  const date = z.string().refine(isDate).optional().describe(say('date'));

  function offer<Shape extends z.ZodRawShape>(
    name: keyof typeof TOOLS,
    inputSchema: Shape,
    answer: (args: z.infer<z.ZodObject<Shape>>, known: Knowledge) => object,
  ): void {
    server.registerTool<z.ZodRawShape, z.ZodRawShape>(
      name,
      {
        description: TOOLS[name][locale],
        inputSchema,
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      args => {
        const structuredContent = answer(args as z.infer<z.ZodObject<Shape>>, known) as Record<string, unknown>;
        return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
      },
    );
  }

  offer('check_report', { text }, checkReport);
  offer('verify_citation', { sentence: z.string().max(20_000).describe(say('sentence')), date }, verifyCitation);
  offer('find_provision', { words: z.string().max(20_000).describe(say('words')), date }, findProvision);
  offer('list_editions', { name: z.string().max(200).describe(say('name')) }, listEditions);
  offer('list_blanks', { text }, listBlanks);
  offer(
    'fill_blanks',
    { text, values: z.record(z.string(), z.union([z.string(), z.number()])).describe(say('values')) },
    fillBlanks,
  );
  return server;
}

/** Answers on standard input and output until the other end closes. */
export async function serve(known: Knowledge, version: string): Promise<void> {
  const server = createServer(known, version);
  const closed = new Promise<void>(resolve => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
