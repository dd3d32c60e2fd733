import { apiVersionsApi } from '../../../../src/protocol/generated/api-versions'
import type { Script } from '../../scripts/stage'
import { hostileInputs } from './hostile-inputs'

/** Longer answers tell more of the cluster than of the request. */
const longAnswer = 60
const host = '127.0.0.1'

/** Each byte but the port. */
function describe(answer: Buffer): string {
  const at = answer.indexOf(host)
  if (at >= 0) answer.writeInt32BE(0, at + host.length)
  return answer.length > longAnswer ? 'a long answer' : answer.toString('hex')
}

/** All scripts, by subject. */
export const allScripts: Readonly<Record<string, readonly Script[]>> = {
  hostile: [
    {
      name: 'bytes that no client sends',
      async play(stage) {
        const bystander = await stage.client('bystander')
        for (const [name, bytes] of Object.entries(hostileInputs)) {
          const client = await stage.client('hostile')
          const fate = client.sendBytes(bytes).then(async answer => {
            if (answer === null) return ['closed']
            const goesOn = client.send(apiVersionsApi, 0, {}).then(
              () => 'goes on',
              () => 'closes then'
            )
            return [describe(answer), await goesOn]
          })
          await stage.answer(name, fate)
        }
        const others = bystander.send(apiVersionsApi, 0, {}).then(({ errorCode }) => errorCode)
        await stage.answer('others go on being served', others)
      }
    }
  ]
}
