import type { InputsService } from '../../application/inputs/index.ts';
import { callerName } from './call-context.ts';
import { grantedValue } from './granted-value.ts';
import type { StationImplementer } from './station-implementer.ts';

/** The calls of the inputs contract. */
export function inputsHandlers({ inputs }: StationImplementer, service: InputsService) {
  return {
    list: inputs.list.handler(() => service.list()),
    replace: inputs.replace.handler(async ({ input: { inputs, revision }, context }) =>
      grantedValue(await service.replace(inputs, revision ?? null, callerName(context))),
    ),
    getThumbnail: inputs.getThumbnail.handler(async ({ input: { id } }) => {
      const jpeg = grantedValue(await service.thumbnail(id));
      return new File([new Uint8Array(jpeg)], `${id}.jpg`, { type: 'image/jpeg' });
    }),
  };
}
