import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import { usePanel } from '../../panel-context.tsx';
import {
  type ImportAnswer,
  LIST_LIMIT,
  type ListOptions,
  type Replace,
  uploadList,
  usualOptions,
} from './read-list.ts';

export type ImportState =
  | { readonly step: 'none' }
  | { readonly step: 'too-big'; readonly size: number }
  | { readonly step: 'empty' }
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'refused'; readonly error: AppError }
  | {
      readonly step: 'read' | 'done';
      readonly name: string;
      readonly uploadId: string;
      readonly answer: ImportAnswer;
    };

/** Hands a file over, has it read, and commits it only when told to. */
export const useImport = () => {
  const { bridge } = usePanel();
  const [state, setState] = useState<ImportState>({ step: 'none' });
  const [options, setOptions] = useState<ListOptions>(usualOptions);
  const [replace, setReplace] = useState<Replace>('none');
  const turn = useRef(0);

  const read = useCallback(
    async (uploadId: string, name: string, chosen: ListOptions & { replace: Replace }, commit: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      const answer = await bridge.call('words:import', { uploadId, name, ...chosen, commit });
      if (mine !== turn.current) return;
      if (!answer.ok) return setState({ step: 'refused', error: answer.error });
      setState({ step: commit ? 'done' : 'read', name, uploadId, answer: answer.value });
    },
    [bridge],
  );

  const take = useCallback(
    async (file: File) => {
      if (file.size > LIST_LIMIT) return setState({ step: 'too-big', size: file.size });
      if (file.size === 0) return setState({ step: 'empty' });
      setState({ step: 'reading', name: file.name });
      const upload = await uploadList(bridge, new Uint8Array(await file.arrayBuffer()));
      if (!upload.ok) return setState({ step: 'refused', error: upload.error });
      await read(upload.value.uploadId, file.name, { ...options, replace }, false);
    },
    [bridge, read, options, replace],
  );

  return {
    state,
    options,
    take,
    choose: (change: Partial<ListOptions>) => {
      const chosen = { ...options, ...change };
      setOptions(chosen);
      if (state.step === 'read') void read(state.uploadId, state.name, { ...chosen, replace }, false);
    },
    replace,
    chooseReplace: (chosen: Replace) => {
      setReplace(chosen);
      if (state.step === 'read')
        void read(state.uploadId, state.name, { ...options, replace: chosen }, false);
    },
    commit: () => {
      if (state.step === 'read') void read(state.uploadId, state.name, { ...options, replace }, true);
    },
  };
};
