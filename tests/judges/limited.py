"""Calls a function for one item after the other in a process of its own, which is ended where an item takes too long."""
import multiprocessing


def _serve(start, pipe):
    work = start()
    pipe.send("ready")
    while (item := pipe.recv()) is not None:
        pipe.send(work(item))


def results(start, items, seconds):
    """Yields one result for each item: "too long" after `seconds`, "died" where the process ended by itself.

    `start()` is called once in the process and returns the function; after an item that ended it, a fresh one goes on.
    """
    process = None
    for item in items:
        if process is None:
            pipe, far = multiprocessing.Pipe()
            process = multiprocessing.Process(target=_serve, args=(start, far), daemon=True)
            process.start()
            far.close()
            pipe.recv()  # however long it takes to begin
        pipe.send(item)
        try:
            result = pipe.recv() if pipe.poll(seconds) else "too long"
        except EOFError:
            result = "died"
        if result in ("too long", "died"):
            process.kill()
            process.join()
            process = None
        yield result
    if process is not None:
        pipe.send(None)
        process.join()
