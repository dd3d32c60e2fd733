import { errorCodes } from '../../errors/error-table'
import { deleteGroupsApi } from '../../protocol/generated/delete-groups'
import { handler } from '../handler'

/** DeleteGroups: groups without members, with their offsets. */
export const deleteGroups = handler({
  api: deleteGroupsApi,
  handle: ({ cluster, node }, request) => ({
    results: request.groupsNames.map(groupId => {
      const refusal = cluster.coordinators.check('group', groupId, node.nodeId)
      return { groupId, errorCode: refusal === errorCodes.NONE ? cluster.groups.delete(groupId) : refusal }
    })
  }),
  fail: (request, errorCode) => ({ results: request.groupsNames.map(groupId => ({ groupId, errorCode })) })
})
