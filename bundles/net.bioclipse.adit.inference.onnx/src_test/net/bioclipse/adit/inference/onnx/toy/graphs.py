"""Writes the graphs beside this file, which keep the tensor contract but compute something simple: python graphs.py.

The conditioner gives time + 10 data set + 100 space group, the denoiser half of the noisy latents, a quarter of the
previous ones and the mean modulation; decoder and encoder move latents and atoms from one array to the other.
"""
from onnx import TensorProto as T, checker, helper as h, save

B, WIDTH = ["batch", "atoms"], 16


def tensor(name, *shape, kind=T.FLOAT):
    return h.make_tensor_value_info(name, kind, list(shape))


def whole(name, values):
    return h.make_tensor(name, T.INT64, [len(values)], values)


def real(name, value):
    return h.make_tensor(name, T.FLOAT, [], [value])


def elsewhere(name, place, offset):
    """Eight numbers in another file."""
    constant = T(name=name, data_type=T.FLOAT, dims=[8], data_location=T.EXTERNAL)
    for key, value in dict(location=place, offset=offset, length=32).items():
        constant.external_data.add(key=key, value=str(value))
    return constant


def write(file, nodes, inputs, outputs, constants):
    graph = h.make_graph(nodes, "toy", inputs, outputs, constants)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 20)], ir_version=9)
    if not any(c.external_data for c in constants):
        checker.check_model(model, full_check=True)
    save(model, file)


def conditioner():
    nodes = [h.make_node("Cast", ["dataset"], ["d"], to=T.FLOAT), h.make_node("Cast", ["space_group"], ["s"], to=T.FLOAT),
             h.make_node("Mul", ["d", "ten"], ["d10"]), h.make_node("Mul", ["s", "hundred"], ["s100"]),
             h.make_node("Sum", ["time", "d10", "s100"], ["sum"]), h.make_node("Unsqueeze", ["sum", "one"], ["column"]),
             h.make_node("Tile", ["column", "repeats"], ["modulation"])]
    write("conditioner.onnx", nodes, [tensor("time", "rows"), tensor("dataset", "rows", kind=T.INT64),
                                      tensor("space_group", "rows", kind=T.INT64)],
          [tensor("modulation", "rows", WIDTH)],
          [real("ten", 10), real("hundred", 100), whole("one", [1]), whole("repeats", [1, WIDTH])])


def denoiser(file="denoiser.onnx", noisy="noisy", shape=(*B, 8), width=WIDTH, kind=T.FLOAT, clean="clean",
             last=("Identity", []), more=()):
    cast = h.make_node("Cast", [noisy], ["x"], to=T.FLOAT)
    nodes = [cast, h.make_node("Mul", ["x", "half"], ["x2"]), h.make_node("Mul", ["previous", "quarter"], ["p4"]),
             h.make_node("ReduceMean", ["modulation", "one"], ["m"]), h.make_node("Unsqueeze", ["m", "one"], ["m3"]),
             h.make_node("Sum", ["x2", "p4", "m3"], ["y"]), h.make_node("Shape", ["previous"], ["shape"]),
             h.make_node("Slice", ["shape", "zero", "one"], ["batch_size"]),
             h.make_node("Add", ["shape", "one"], ["larger"]),
             h.make_node("Concat", ["batch_size", "one", "one"], ["times"], axis=0),
             h.make_node(last[0], ["y"] + last[1], [clean])]
    write(file, nodes, [tensor(noisy, *shape, kind=kind), tensor("previous", *shape), tensor("modulation", "rows", width)],
          [tensor(clean, *shape)], [real("half", 0.5), real("quarter", 0.25), whole("one", [1]), whole("zero", [0]), *more])


def decoder():
    def part(name, first, last, output):
        return h.make_node("Slice", ["latents", f"at{first}", f"at{last}", "axis"], [output], name=name)
    nodes = [h.make_node("Pad", ["latents", "pads"], ["type_logits"]), part("p", 0, 3, "positions"),
             part("f", 3, 6, "fractional"), part("l", 0, 6, "six"),
             h.make_node("ReduceMean", ["six", "one"], ["lattice"], keepdims=0)]
    write("decoder.onnx", nodes, [tensor("latents", *B, 8)],
          [tensor("type_logits", *B, 100), tensor("positions", *B, 3), tensor("fractional", *B, 3),
           tensor("lattice", "batch", 6)],
          [whole("pads", [0, 0, 0, 0, 0, 92]), whole("one", [1]), whole("axis", [2])]
          + [whole(f"at{i}", [i]) for i in (0, 3, 6)])


def encoder():
    nodes = [h.make_node("Unsqueeze", ["types", "two"], ["t3"]), h.make_node("Cast", ["t3"], ["t"], to=T.FLOAT),
             h.make_node("Concat", ["t", "t", "positions", "fractional"], ["mean"], axis=2),
             h.make_node("Neg", ["mean"], ["log_variance"])]
    write("encoder.onnx", nodes,
          [tensor("types", *B, kind=T.INT64), tensor("positions", *B, 3), tensor("fractional", *B, 3)],
          [tensor("mean", *B, 8), tensor("log_variance", *B, 8)], [whole("two", [2])])


conditioner(), denoiser(), decoder(), encoder()
denoiser("denoiser-name.onnx", noisy="noise")
denoiser("denoiser-latent.onnx", shape=(*B, 16))
denoiser("denoiser-modulation.onnx", width=24)
denoiser("denoiser-type.onnx", kind=T.INT64)
denoiser("denoiser-batch.onnx", shape=(1, "atoms", 8))
denoiser("denoiser-rank.onnx", shape=("batch", "atoms", "one", 8))
denoiser("denoiser-output.onnx", clean="velocity")
denoiser("denoiser-lying.onnx", last=("Tile", ["times"]))
denoiser("denoiser-failing.onnx", last=("Reshape", ["larger"]))
denoiser("denoiser-outside.onnx", last=("Add", ["weights"]), more=[elsewhere("weights", "../secret.bin", 0)])
denoiser("denoiser-beyond.onnx", last=("Add", ["weights"]), more=[elsewhere("weights", "weights.safetensors", 1 << 40)])
