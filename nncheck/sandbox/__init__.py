"""Where student code runs: a process that knows no answer and can only say what its functions return.

On the grader's side: session (sandbox and worker), forks, exchange, replies, values.
Beside the student's code, and importing nothing else of this package: boot, zygote, worker, program,
calls, guard, modules, tensors, prctl, layers, and wire with form, encoder and decoder.
"""
