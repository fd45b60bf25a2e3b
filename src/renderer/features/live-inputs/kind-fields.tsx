import type { Input } from '../../../shared/engine-protocol/index.ts';
import { ChoiceControl, TextControl } from './draft-controls.tsx';
import { PublishFields } from './publish-fields.tsx';

/** The fields that one kind of input has of its own. */
export function KindFields({ type }: { readonly type: Input['type'] }) {
  switch (type) {
    case 'rtmp-publish':
      return <PublishFields />;
    case 'srt':
      return <SrtFields />;
    case 'url':
      return (
        <TextControl
          field="url"
          label="Address"
          size="whole"
          placeholder="https://host/live.m3u8"
          hint="HLS or another live stream by HTTP, RTSP, RTMP, or MPEG-TS by UDP."
        />
      );
    case 'device':
      return <DeviceFields />;
  }
}

function SrtFields() {
  return (
    <>
      <ChoiceControl
        field="mode"
        label="Call"
        size="half"
        choices={[
          ['listener', 'Wait for the sender'],
          ['caller', 'Call the sender'],
        ]}
      />
      <TextControl field="latencyMs" label="Latency (ms)" size="half" placeholder="200" hint="What lost packets may take to come again." />
      <TextControl
        field="url"
        label="Address"
        size="whole"
        placeholder="srt://0.0.0.0:9000"
        hint="0.0.0.0 to be reached on every address."
      />
      <TextControl field="passphrase" label="Passphrase" size="half" placeholder="" hint="10 to 79 characters; empty: not encrypted." />
      <TextControl field="streamId" label="Stream ID" size="half" placeholder="" hint="Empty: none." />
    </>
  );
}

function DeviceFields() {
  return (
    <>
      <TextControl
        field="picture"
        label="Picture"
        size="whole"
        placeholder="/dev/video0"
        hint="A device's name, as the station's system has it."
      />
      <TextControl field="sound" label="Sound" size="half" placeholder="hw:1" hint="Empty: none." />
      <ChoiceControl
        field="soundSystem"
        label="Sound system (Linux)"
        size="half"
        choices={[
          ['alsa', 'ALSA'],
          ['pulse', 'PulseAudio'],
        ]}
      />
      <TextControl field="width" label="Width" size="third" placeholder="1280" hint="Empty: as it comes." />
      <TextControl field="height" label="Height" size="third" placeholder="720" hint={null} />
      <TextControl field="picturesPerSecond" label="Pictures a second" size="third" placeholder="25" hint="Empty: as they come." />
    </>
  );
}
