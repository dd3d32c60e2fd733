import type { Script } from '../../scripts/stage'
import { noAuthorizerScripts } from './api-acl-scripts'
import { quotaScripts } from './quota-scripts'
import { scramScripts } from './scram-scripts'

/** Scripts about security that need no cluster of their own, by subject. */
export const allSharedScripts: Readonly<Record<string, readonly Script[]>> = { ...noAuthorizerScripts, ...scramScripts, ...quotaScripts }
