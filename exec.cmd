@rem npm scripts say "exec" so that on Unix no shell stands between npm and the program: signals and the exit code pass through.
@rem Windows has neither; there the word just runs what follows it.
@%*
