import { emitAllApis, emitApi, emitExports, pairApis } from './emit-api.mjs'
import { emitMessage } from './emit-message.mjs'
import { modelOf } from './model.mjs'
import { kebabCase } from './naming.mjs'

/**
 * The generated files of a set of schemas.
 * @param {Map<string, any>} schemas
 * @param {string} source what the schemas are from, for the first line of each file
 * @returns {Map<string, string>} source texts by file name
 */
export function generate(schemas, source) {
  const messages = [...schemas.values()].map(modelOf).filter(model => model !== undefined)
  const apis = pairApis(messages)
  const files = new Map()
  for (const message of messages) files.set(`${kebabCase(message.name)}.ts`, emitMessage(message, source))
  for (const api of apis) files.set(`${kebabCase(api.name)}.ts`, emitApi(api, source))
  files.set('all-apis.ts', emitAllApis(apis, source))
  files.set('exports.ts', emitExports(messages, apis, source))
  return files
}
