"""nnU-Net's evaluation of two folders re-enacted: for every case both files are read as float32, and for every label
two masks are made and four sums taken. Source: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics` and
`compute_metrics_on_folder` (processes are spawned there too). Files are read with gzip and NumPy alone.

    python3 cohort-nnunet.py REFERENCES PREDICTIONS PROCESSES LABEL...
"""

import gzip
import json
import multiprocessing
import os
import sys

import numpy as np


def read(path):
    with gzip.open(path) as file:
        data = file.read()
    x, y, z = np.frombuffer(data, "<i2", 3, 42)
    return np.frombuffer(data, np.uint8, int(x) * int(y) * int(z), 352).reshape(1, z, y, x).astype(np.float32)


def metrics_of(mask_ref, mask_pred):
    use = np.ones_like(mask_ref, dtype=bool)
    tp = np.sum((mask_ref & mask_pred) & use)
    fp = np.sum(((~mask_ref) & mask_pred) & use)
    fn = np.sum((mask_ref & (~mask_pred)) & use)
    tn = np.sum(((~mask_ref) & (~mask_pred)) & use)
    size = 2 * tp + fp + fn
    dice = 2 * tp / size if size > 0 else np.nan
    return {"Dice": float(dice), "TP": int(tp), "FP": int(fp), "FN": int(fn), "TN": int(tn)}


def compute_metrics(reference, prediction, labels):
    ref, pred = read(reference), read(prediction)
    return {label: metrics_of(ref == label, pred == label) for label in labels}


def main():
    references, predictions, processes, *labels = sys.argv[1:]
    labels = [int(label) for label in labels]
    names = sorted(name for name in os.listdir(predictions) if name.endswith(".nii.gz"))
    jobs = [(os.path.join(references, name), os.path.join(predictions, name), labels) for name in names]
    with multiprocessing.get_context("spawn").Pool(int(processes)) as pool:
        results = pool.starmap(compute_metrics, jobs)
    mean = {label: float(np.nanmean([result[label]["Dice"] for result in results])) for label in labels}
    print(json.dumps({"mean": mean, "TP": sum(result[label]["TP"] for result in results for label in labels)}))


if __name__ == "__main__":
    main()
