import type { TrafficService } from '../../application/traffic/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the traffic contract. */
export function trafficHandlers({ traffic }: StationImplementer, service: TrafficService) {
  return {
    listCampaigns: traffic.listCampaigns.handler(() => service.list()),
    putCampaign: traffic.putCampaign.handler(async ({ input }) => grantedValue(await service.put(input))),
    deleteCampaign: traffic.deleteCampaign.handler(async ({ input: { id } }) => grantedValue(await service.remove(id))),
    listProgress: traffic.listProgress.handler(() => service.listProgress()),
    listMakeGoods: traffic.listMakeGoods.handler(() => service.listMakeGoods()),
    decideMakeGood: traffic.decideMakeGood.handler(async ({ input: { asRunSeq, decision }, context }) =>
      grantedValue(await service.decide(asRunSeq, decision, callerName(context))),
    ),
  };
}
