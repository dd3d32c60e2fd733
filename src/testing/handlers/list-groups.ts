import { errorCodes } from '../../errors/error-table'
import { listGroupsApi } from '../../protocol/generated/list-groups'
import { handler } from '../handler'

/** ListGroups: the groups that this broker coordinates. */
export const listGroups = handler({
  api: listGroupsApi,
  handle({ cluster, node }, request) {
    const states = request.statesFilter.map(state => state.toLowerCase())
    const types = request.typesFilter.map(type => type.toLowerCase())
    const groups = cluster.groups
      .all()
      .filter(({ groupId }) => cluster.coordinators.check('group', groupId, node.nodeId) === errorCodes.NONE)
      .filter(({ state }) => states.length === 0 || states.includes(state.toLowerCase()))
      .filter(({ type }) => types.length === 0 || types.includes(type))
    return {
      groups: groups.map(group => ({
        groupId: group.groupId,
        protocolType: group.type === 'consumer' ? 'consumer' : (group.protocolType ?? ''),
        groupState: group.state,
        groupType: group.type
      }))
    }
  },
  fail: (_request, errorCode) => ({ errorCode })
})
