import type { OperationName } from '#shared/operations/api/api-operations.fr.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { ApiOperation } from './openapi-page.ts';

/** An operation whose answer or body is a file: said for the OpenAPI page in its own words, and served by a route of its own. */
export interface FileOperation {
  readonly name: OperationName;
  readonly scope: Scope;
  readonly parameters: ApiOperation['parameters'];
  readonly requestBody?: ApiOperation['requestBody'] & object;
  readonly responses: ApiOperation['responses'];
}

/** Such operations, by address and method. */
export type FilePaths = Readonly<Record<string, Readonly<Record<string, FileOperation>>>>;
