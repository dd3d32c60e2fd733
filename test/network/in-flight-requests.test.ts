import { InFlightRequests, nextCorrelationId } from '../../src/network/in-flight-requests'
import { PendingRequest } from '../../src/network/pending-request'
import { heartbeatApi } from '../../src/protocol/generated/heartbeat'

const highest = 2 ** 31 - 1

function request(correlationId: number, deadline = Infinity, oneWay = false): PendingRequest {
  const made = new PendingRequest(
    heartbeatApi,
    4,
    correlationId,
    [],
    0,
    oneWay,
    0,
    () => {},
    () => {}
  )
  made.deadline = deadline
  return made
}

describe('InFlightRequests', () => {
  test('matches answers in the order of the requests only', () => {
    const inFlight = new InFlightRequests(5)
    const [first, second] = [request(5), request(6)]
    inFlight.push(first)
    inFlight.push(second)
    expect(inFlight.match(6)).toBe('unknown')
    expect(inFlight.match(5)).toBe(first)
    expect(inFlight.match(5)).toBe('unknown')
    expect(inFlight.match(6)).toBe(second)
    expect(inFlight.length).toBe(0)
    expect(inFlight.match(7)).toBe('unknown')
  })

  test.each([0, 1000, highest - 2])('knows the ids of requests without an answer, from %i on', firstId => {
    const ids = [firstId]
    for (let i = 0; i < 5; i++) ids.push(nextCorrelationId(ids.at(-1) as number))
    const inFlight = new InFlightRequests(firstId)
    const [a, b] = [request(ids[1]), request(ids[4])]
    inFlight.push(request(ids[0], Infinity, true))
    inFlight.push(a)
    inFlight.push(request(ids[2], Infinity, true))
    inFlight.push(request(ids[3], Infinity, true))
    inFlight.push(b)
    expect(inFlight.length).toBe(2)
    expect(inFlight.match(ids[2])).toBe('unknown')
    expect(inFlight.match(ids[0])).toBe('one-way')
    expect(inFlight.match(ids[0])).toBe('unknown')
    expect(inFlight.match(ids[1])).toBe(a)
    expect(inFlight.match(ids[3])).toBe('one-way')
    expect(inFlight.match(ids[2])).toBe('unknown')
    expect(inFlight.match(ids[4])).toBe(b)
    inFlight.push(request(ids[5], Infinity, true))
    expect(inFlight.match(nextCorrelationId(ids[5]))).toBe('unknown')
    expect(inFlight.match(ids[5])).toBe('one-way')
    expect(inFlight.match(-1)).toBe('unknown')
  })

  test('goes from the highest id to 0', () => {
    expect([highest - 1, highest, 0].map(nextCorrelationId)).toEqual([highest, 0, 1])
  })

  test('keeps a bound on the deadlines, exact after it was asked', () => {
    const inFlight = new InFlightRequests(0)
    expect(inFlight.earliestDeadline).toBe(Infinity)
    ;[30, 10, 20].forEach((deadline, id) => inFlight.push(request(id, deadline)))
    expect(inFlight.earliestDeadline).toBe(10)
    expect(inFlight.hasExpired(9)).toBe(false)
    expect(inFlight.hasExpired(10)).toBe(true)
    inFlight.match(0)
    inFlight.match(1)
    expect(inFlight.earliestDeadline).toBeLessThanOrEqual(20)
    expect(inFlight.hasExpired(19)).toBe(false)
    expect(inFlight.earliestDeadline).toBe(20)
    inFlight.postpone(5)
    expect(inFlight.hasExpired(24)).toBe(false)
    expect(inFlight.earliestDeadline).toBe(25)
    inFlight.match(2)
    expect(inFlight.earliestDeadline).toBe(Infinity)
  })

  test('hands out everything at the end, oldest first', () => {
    const inFlight = new InFlightRequests(0)
    const requests = [request(0, 1), request(1, 2)]
    for (const one of requests) inFlight.push(one)
    expect(inFlight.drain()).toEqual(requests)
    expect(inFlight.length).toBe(0)
    expect(inFlight.earliestDeadline).toBe(Infinity)
  })
})
