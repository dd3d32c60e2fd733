// Plain JavaScript: it runs outside jest.
'use strict'

const net = require('node:net')
const { createInterface } = require('node:readline')

/**
 * Serves commands on a socket: JSON lines `{id, command, ...}`, answered by `{id, result}` or `{id, error}`. The clients are
 * `SupervisorClient`s.
 * @param {Record<string, (request: object) => unknown>} commands
 * @param {string} path of the socket
 * @param {() => void} onListening
 */
function serveCommands(commands, path, onListening) {
  const answer = async request => {
    try {
      const result = await commands[request.command](request)
      return { id: request.id, result: result ?? null }
    } catch (error) {
      return { id: request.id, error: { name: error.name, message: error.message } }
    }
  }
  const serve = socket => {
    const send = reply => {
      if (!socket.destroyed) socket.write(`${JSON.stringify(reply)}\n`)
    }
    socket.on('error', () => {})
    createInterface({ input: socket }).on('line', line => {
      void answer(JSON.parse(line)).then(send)
    })
  }
  net.createServer(serve).listen(path, onListening)
}

module.exports = { serveCommands }
