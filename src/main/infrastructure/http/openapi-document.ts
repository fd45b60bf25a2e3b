import { isContractProcedure, type OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { type CallMeta, failureSchema, stationContract } from '../../../shared/contract/index.ts';

const FAILURE = { $ref: '#/components/responses/Failure' };

/** The API as OpenAPI 3.1, made from the contract: every call, what it takes and answers, the role it needs, and how it fails. */
export async function openApiDocument(version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(stationContract, {
    info: { title: 'Perpetua station', version, description: 'Instants are ISO 8601 UTC; lengths are frames unless a name ends in Ms.' },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'The token that POST /api/session answers with.' } },
      responses: {
        Failure: {
          description: 'Why the call did not succeed. `field` names the input at fault.',
          content: { 'application/json': { schema: z.toJSONSchema(failureSchema) as OpenAPI.SchemaObject } },
        },
      },
    },
  });
  const meta = metaByOperation(stationContract, []);
  for (const operation of operationsOf(document)) describeCall(operation, meta.get(operation.operationId ?? ''));
  return document;
}

function describeCall(operation: OpenAPI.OperationObject, meta: CallMeta | undefined): void {
  const leastRole = meta?.leastRole ?? 'admin';
  operation.responses = { ...operation.responses, default: FAILURE };
  operation.security = leastRole === 'nobody' ? [] : [{ bearer: [] }];
  if (leastRole !== 'nobody') operation.description = `Least role: ${leastRole}.`;
}

function operationsOf(document: OpenAPI.Document): OpenAPI.OperationObject[] {
  const items = Object.values(document.paths ?? {}).filter((item) => item !== undefined);
  return items.flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete].filter((operation) => operation !== undefined));
}

function metaByOperation(contract: object, path: readonly string[]): Map<string, CallMeta> {
  const entries = Object.entries(contract).flatMap(([name, part]: [string, object]) => {
    const here = [...path, name];
    if (!isContractProcedure(part)) return [...metaByOperation(part, here)];
    return [[here.join('.'), part['~orpc'].meta as CallMeta] as const];
  });
  return new Map(entries);
}
