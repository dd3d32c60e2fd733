import { header } from './emit-message.mjs'
import { braced } from './layout.mjs'
import { camelCase, kebabCase } from './naming.mjs'
import { isEmpty } from './version-range.mjs'

/** @typedef {import('./model.mjs').Message} Message */
/** @typedef {{ name: string, key: number, request: Message, response: Message }} Api */

const apiVersionsKey = 18

/**
 * Pairs requests with their responses.
 * @param {Message[]} messages
 * @returns {Api[]} by key
 */
export function pairApis(messages) {
  const responses = new Map(messages.filter(({ kind }) => kind === 'response').map(message => [message.apiKey, message]))
  return messages
    .filter(({ kind }) => kind === 'request')
    .map(request => {
      const response = responses.get(request.apiKey)
      if (response === undefined || request.apiKey === undefined) throw new Error(`${request.name}: no response`)
      if (response.versions.lo !== request.versions.lo || response.versions.hi !== request.versions.hi) {
        throw new Error(`${request.name}: versions differ from its response's`)
      }
      return { name: request.name.replace(/Request$/, ''), key: request.apiKey, request, response }
    })
    .sort((a, b) => a.key - b.key)
}

/** @param {string} name an API's name, e.g. `Fetch` */
export const constantOf = name => `${camelCase(name)}Api`

/**
 * An API's module.
 * @param {Api} api
 * @param {string} source
 * @returns {string} source text
 */
export function emitApi({ name, key, request, response }, source) {
  const [req, res] = [request.name, response.name]
  return `${header(req, source)}import type { Api } from '../api'
${importOf(req)}
${importOf(res)}

export const ${constantOf(name)}: Api<
  ${req}Input,
  ${req},
  ${res}Input,
  ${res}
> = {
  key: ${key},
  name: '${name}',
  lowestVersion: ${request.versions.lo},
  highestVersion: ${request.versions.hi},
  latestVersionUnstable: ${request.latestVersionUnstable},
  listeners: [${request.listeners.map(listener => `'${listener}'`).join(', ')}],
  request: ${camelCase(req)}Codec,
  response: ${camelCase(res)}Codec,
  requestHeaderVersion: ${headerVersion(request, 2, 1)},
  responseHeaderVersion: ${key === apiVersionsKey ? '() => 0' : headerVersion(response, 1, 0)}
}
`
}

/** @param {string} message */
const importOf = message =>
  braced('import ', [`${camelCase(message)}Codec`, `type ${message}`, `type ${message}Input`], ` from './${kebabCase(message)}'`, 0).join(
    '\n'
  )

/** @param {Message} message @param {number} flexible @param {number} plain @returns {string} an arrow function */
function headerVersion(message, flexible, plain) {
  if (isEmpty(message.flexible)) return `() => ${plain}`
  if (message.flexible.lo <= message.versions.lo) return `() => ${flexible}`
  return `version => (version >= ${message.flexible.lo} ? ${flexible} : ${plain})`
}

/**
 * The module that knows every API, for tools, tests and brokers: everything else imports the few APIs it speaks.
 * @param {Api[]} apis
 * @param {string} source
 * @returns {string} source text
 */
export function emitAllApis(apis, source) {
  const imports = [...apis].sort((a, b) => (kebabCase(a.name) < kebabCase(b.name) ? -1 : 1))
  return `${header('all requests', source)}import type { AnyApi } from '../api'
${imports.map(({ name }) => `import { ${constantOf(name)} } from './${kebabCase(name)}'\n`).join('')}
/** Every API that has a live version, by key. */
export const allApis: ReadonlyMap<number, AnyApi> = new Map<number, AnyApi>([
${apis.map(({ name, key }) => `  [${key}, ${constantOf(name)}]`).join(',\n')}
])
`
}

/**
 * What the public entry point `odradek/protocol` gives out: the APIs, the codecs of messages that belong to none, and the types of all
 * messages.
 * @param {Message[]} messages
 * @param {Api[]} apis
 * @param {string} source
 * @returns {string} source text
 */
export function emitExports(messages, apis, source) {
  const lines = apis.map(({ name }) => [`./${kebabCase(name)}`, `export { ${constantOf(name)} } from './${kebabCase(name)}'`])
  for (const { name, kind } of messages) {
    const codec = kind === 'request' || kind === 'response' ? [] : [`${camelCase(name)}Codec`]
    lines.push([
      `./${kebabCase(name)}`,
      braced('export ', [...codec, `type ${name}`, `type ${name}Input`], ` from './${kebabCase(name)}'`, 0).join('\n')
    ])
  }
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => `${line}\n`)
  return `${header('all schemas', source)}${sorted.join('')}`
}
