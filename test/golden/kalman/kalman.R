# Dense answers for a diary with AR(1) + white noise, missing days and regression columns (base R only).
# Everything goes through the full T x T covariance matrix and chol(); nothing is filtered. Run here: Rscript kalman.R
set.seed(20260105)
num <- function(v) ifelse(is.na(v), "null", sprintf("%.17g", v))
vec <- function(v) paste0("[", paste(num(v), collapse = ", "), "]")
mat <- function(m) paste0("[", paste(apply(m, 1, vec), collapse = ", "), "]")
field <- function(...) { a <- list(...); paste(sprintf('"%s": %s', names(a), unlist(a)), collapse = ", ") }

# log N(r; 0, S), and whitened columns, by Cholesky
logdens <- function(r, S) { L <- t(chol(S)); z <- forwardsolve(L, r); -0.5 * sum(z^2) - sum(log(diag(L))) - length(r) / 2 * log(2 * pi) }

# kinetics by explicit convolution: c(t) = sum_j (1 - phi) phi^(t - j) 1[level_j >= k], days counted, nothing before day 0
kinetics <- function(times, level, k, tau) {
  phi <- exp(-1 / tau)
  sapply(seq_along(times), function(i) {
    j <- which(times <= times[i] & level >= k); sum((1 - phi) * phi^(times[i] - times[j])) })
}

one <- function(n, K, gaps, missing) {
  times <- if (gaps) sort(sample(0:(2 * n), n)) else 0:(n - 1)
  s <- exp(rnorm(1, log(1.3), 0.5)); w <- plogis(rnorm(1, 0, 1.2)); rho <- plogis(rnorm(1, 0.5, 1.2)); tau <- exp(rnorm(1, log(7), 0.8))
  level <- pmin(K, pmax(0, floor((seq_len(n) - 1) / (n / (K + 1))))); if (K > 0 && n > 12) level[(n - 2):n] <- 0
  mid <- (times[1] + times[n]) / 2
  fixed <- cbind(1, (times - mid) / 30, as.numeric((times + 3) %% 7 >= 5))
  kin <- if (K == 0) matrix(0, n, 0) else sapply(seq_len(K), function(k) if (gaps) rep(NA, n) else kinetics(times, level, k, tau))
  X <- if (gaps || K == 0) fixed else cbind(fixed, kin)
  p <- ncol(X); m0 <- c(5, 0, 0, rep(0, p - 3)); sd0 <- c(10, 0.25, 0.5, rep(1, p - 3))
  b <- c(rnorm(1, 5, 1), rnorm(p - 1, 0, 0.5))
  U <- w * rho^abs(outer(times, times, "-")); S1 <- U + diag(1 - w, n)
  y <- drop(X %*% b + t(chol(s^2 * S1)) %*% rnorm(n)); y[runif(n) < missing] <- NA
  o <- !is.na(y); Xo <- X[o, , drop = FALSE]; So <- S1[o, o]; yo <- y[o]
  L <- t(chol(So)); Z <- forwardsolve(L, cbind(Xo, yo)); G <- crossprod(Z)
  A <- G[1:p, 1:p] / s^2 + diag(1 / sd0^2, p); C <- solve(A)
  h <- G[1:p, p + 1] / s^2 + m0 / sd0^2; mean <- drop(C %*% h)
  logLik <- logdens(yo - drop(Xo %*% b), s^2 * So)
  evidence <- logdens(yo - drop(Xo %*% m0), s^2 * So + Xo %*% (sd0^2 * t(Xo)))
  like <- NA
  if (!gaps) { # R's own filter on the same residuals: AR(1) state, stationary start, observation noise h
    mod <- list(T = matrix(rho), Z = 1, h = s^2 * (1 - w), V = matrix(s^2 * w * (1 - rho^2)), a = 0, P = matrix(0),
                Pn = matrix(s^2 * w))
    k <- KalmanLike(y - drop(X %*% b), mod, nit = 0L) # s2 = ssq / n; Lik = (log s2 + sum log F / n) / 2
    n1 <- sum(o); like <- -0.5 * n1 * (2 * k$Lik - log(k$s2)) - 0.5 * n1 * k$s2 - n1 / 2 * log(2 * pi)
  }
  kinJson <- if (gaps || K == 0) "[]" else mat(t(kin))
  paste0("    {", field(y = vec(y), times = vec(times), level = vec(level), doseLevels = num(K), columns = mat(t(X)), w = num(w), rho = num(rho),
    s = num(s), tau = num(tau), b = vec(b), m0 = vec(m0), sd0 = vec(sd0), kinetics = kinJson, gram = mat(G),
    logDet = num(2 * sum(log(diag(L)))), logLik = num(logLik), logLikKalmanLike = num(like), logEvidence = num(evidence),
    posteriorMean = vec(mean), posteriorCovariance = mat(C)), "}")
}

cases <- c(sapply(1:12, function(i) one(sample(8:30, 1), sample(0:3, 1), FALSE, 0.15)),
           sapply(1:4, function(i) one(sample(15:30, 1), 2, FALSE, 0.5)),
           sapply(1:6, function(i) one(sample(8:30, 1), 0, TRUE, 0.1)))
out <- file("kalman.json", "w")
cat(sprintf('{\n  "program": "%s",\n  "cases": [\n%s\n  ]\n}\n', R.version.string, paste(cases, collapse = ",\n")), file = out)
close(out)
d <- NULL
for (l in cases) { g <- function(k) as.numeric(sub(paste0('.*"', k, '": ([-0-9.e+]+|null).*'), "\\1", l)); d <- rbind(d, c(g("logLik"), suppressWarnings(g("logLikKalmanLike")))) }
cat("dense vs KalmanLike, largest difference:", max(abs(d[, 1] - d[, 2]), na.rm = TRUE), "\n")
