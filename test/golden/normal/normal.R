# Values of the normal distribution by R's own pnorm, qnorm and dnorm (base R, stats). Run in this folder: Rscript normal.R
num <- function(v) ifelse(is.infinite(v), ifelse(v > 0, '"Infinity"', '"-Infinity"'), sprintf("%.17g", v))
rows <- function(d) paste(apply(sapply(names(d), function(k) sprintf('"%s": %s', k, num(d[[k]]))), 1,
                                function(r) paste0("    {", paste(r, collapse = ", "), "}")), collapse = ",\n")

x <- c(-37.5, -30, -20, -12, -10, -9, -8.3, -8, -7, -6, -5.5, -5, -4.5, -4, -3.5, -3.25, -3, -2.5758293035489, -2.5, -2,
       -1.959963984540054, -1.5, -1.2815515655446, -1, -0.7071, -0.6745, -0.5, -0.25, -0.1, -0.001, -1e-8)
x <- sort(unique(c(x, 0, -x)))
cdf <- data.frame(x = x, p = pnorm(x), upper = pnorm(x, lower.tail = FALSE), logP = pnorm(x, log.p = TRUE),
                  logUpper = pnorm(x, lower.tail = FALSE, log.p = TRUE), density = dnorm(x), logDensity = dnorm(x, log = TRUE))
far <- c(-40, -50, -100, -1000, -1e5)
tail <- data.frame(x = far, logP = pnorm(far, log.p = TRUE))

p <- c(1e-300, 1e-100, 1e-50, 1e-20, 1e-16, 1e-12, 1e-10, 1e-8, 1e-6, 1e-5, 1e-4, 0.001, 0.005, 0.01, 0.02, 0.02425, 0.025, 0.03,
       0.05, 0.075, 0.08, 0.1, 0.2, 0.25, 0.3, 0.4, 0.425, 0.45, 0.49, 0.5, 0.51, 0.575, 0.6, 0.75, 0.9, 0.925, 0.95, 0.97,
       0.975, 0.99, 0.999, 0.9999, 1 - 1e-6, 1 - 1e-10, 1 - 1e-15)
quantile <- data.frame(p = p, x = qnorm(p))

# Probability of an interval and its log, both far from the centre: pnorm differences taken on the side that does not cancel.
lo <- c(-0.5, -6, 5, 8, -9, 20, -30.5, 3.2, -4); hi <- c(0.5, 6, 6, 8.25, -8.9, 21, -30, 3.7, 12)
flip <- lo > 0; a <- ifelse(flip, -hi, lo); b <- ifelse(flip, -lo, hi)
lb <- pnorm(b, log.p = TRUE); la <- pnorm(a, log.p = TRUE)
interval <- data.frame(lo = lo, hi = hi, logP = lb + log1p(-exp(la - lb)))

out <- file("normal.json", "w")
cat(sprintf('{\n  "program": "%s",\n', R.version.string), file = out)
cat('  "cdf": [\n', rows(cdf), '\n  ],\n  "farTail": [\n', rows(tail), '\n  ],\n  "quantile": [\n', rows(quantile),
    '\n  ],\n  "interval": [\n', rows(interval), '\n  ]\n}\n', sep = "", file = out)
close(out)
