/** What is known of a trainer by its name; `code` is a sentence of `trainerWords`. */
export type KnownTrainer =
  | { readonly code: 'epochs'; readonly facts: { readonly epochs: number } }
  | {
      readonly code:
        'standard' | 'strongAugmentation' | 'noMirroring' | 'oversampling' | 'adam' | 'cosine' | 'otherLoss';
      readonly facts?: undefined;
    };

const BY_NAME: readonly (readonly [RegExp, Exclude<KnownTrainer['code'], 'epochs'>])[] = [
  [/^nnUNetTrainer(?:V2)?$/, 'standard'],
  [/DA5/, 'strongAugmentation'],
  [/NoMirroring|onlyMirror01|noMirror/i, 'noMirroring'],
  [/Oversampling/i, 'oversampling'],
  [/Adam/, 'adam'],
  [/CosAnneal|Cosine/i, 'cosine'],
  [/Loss|TopK|DiceCE|CELoss/, 'otherLoss'],
];

/** The trainer of nnU-Net that bears this name; null for somebody's own. */
export function knownTrainer(name: string): KnownTrainer | null {
  if (!name.startsWith('nnUNetTrainer')) return null;
  const epochs = /^nnUNetTrainer_(\d+)epochs?$/.exec(name);
  if (epochs) return { code: 'epochs', facts: { epochs: Number(epochs[1]) } };
  const found = BY_NAME.find(([pattern]) => pattern.test(name));
  return found ? { code: found[1] } : null;
}
