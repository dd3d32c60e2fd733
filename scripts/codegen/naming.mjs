/** Names that the generated functions use themselves, and words that cannot name a variable. */
const taken = new Set(
  (
    'version message reader writer flexible count i mark tags tag end element zeroUuid emptyBytes ' +
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface ' +
    'package private protected public await arguments eval undefined'
  ).split(' ')
)

/** @param {string} name a schema name, e.g. `ErrorCode` @returns {string} `errorCode` */
export const camelCase = name => name[0].toLowerCase() + name.slice(1)

/** @param {string} name a schema name, e.g. `ApiVersionsRequest` @returns {string} `api-versions-request` */
export const kebabCase = name => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

/** @param {string} property @returns {string} a variable for it that hides nothing */
export const localName = property => (taken.has(property) ? `${property}Value` : property)

/** @param {string} text @returns {string} a string literal */
export const literal = text => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`
