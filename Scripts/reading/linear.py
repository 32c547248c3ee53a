"""How the linear models of tone and kind are kept; Sources/HeedReading/Words/LinearModel.swift reads them."""

import struct

import numpy as np


def quantised(w, most):
    scale = float(np.quantile(np.abs(w[np.abs(w) > 0]), most)) / 127
    return np.clip(np.round(w / scale), -127, 127).astype(np.int8), scale


def write(path, groups, most=0.9995):
    """Little endian: "HLM1", number of groups; a group: its languages and its columns (each a number and names, a name
    a length byte and its letters), bits, stride, scale, biases and least scores as Float32, then rows of signed bytes."""
    with open(path, "wb") as file:
        put = lambda s: file.write(bytes([len(s.encode())]) + s.encode())
        file.write(b"HLM1" + struct.pack("<I", len(groups)))
        for languages, columns, w, bias, least in groups:
            for names in (languages, columns):
                file.write(struct.pack("<I", len(names)))
                for name in names:
                    put(name)
            q, scale = quantised(w, most)
            stride = len(columns)
            full = np.zeros((w.shape[0], stride), np.int8)
            full[:, : w.shape[1]] = q
            file.write(struct.pack("<IIf", w.shape[0].bit_length() - 1, stride, scale))
            file.write(np.asarray(bias, "<f4").tobytes() + np.asarray(least, "<f4").tobytes())
            file.write(full.tobytes())
