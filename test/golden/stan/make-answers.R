# Rscript make-answers.R   (in this folder; Debian: r-base-core r-cran-rstan r-cran-posterior r-cran-jsonlite libboost-dev)
suppressMessages({library(rstan); library(posterior); library(jsonlite)}); rstan_options(boost_lib = "/usr/include")
number <- function(values) vapply(values, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)
models <- list()
for (name in c("titration", "crossover", "ceiling")) {
  p <- fromJSON(sprintf("problem-%s.json", name), simplifyVector = FALSE)
  program <- if (identical(p$likelihood, "rounded")) "rounded" else "single"
  if (is.null(models[[program]])) models[[program]] <- stan_model(sprintf("../../../bench/r/%s.stan", program))
  y <- number(p$y); level <- number(p$lvl); steps <- length(p$doses); fixed <- vapply(p$fixed, number, y)
  data <- list(days = length(y), steps = steps, columns = ncol(fixed), fixed = fixed, on = outer(level, seq_len(steps), ">=") * 1,
               m0 = number(p$m0), sd0 = number(p$sd0), pm = number(p$pm), ps = number(p$ps),
               logged = as.integer(!is.na(y)), score = ifelse(is.na(y), 0, y))
  if (program == "rounded") data$top <- 10L
  fit <- sampling(models[[program]], data = data, chains = 4, iter = 9000, warmup = 1000, seed = 20261122, refresh = 0, cores = 1,
                  pars = c("beta", "theta"), control = list(adapt_delta = 0.95))
  s <- as.data.frame(summarise_draws(as_draws_array(fit), "mean", "sd", "ess_bulk", "ess_tail", "mcse_mean", "mcse_sd", "rhat"))
  s$variable[s$variable == "beta"] <- "beta[1]"
  s <- s[grepl("^(beta|theta)\\[", s$variable), ]
  beta <- as_draws_matrix(fit)[, grepl("^beta", variables(as_draws_matrix(fit)))]
  write_json(list(program = paste("rstan", packageVersion("rstan"), R.version.string), summary = s, pBelow0 = unname(colMeans(beta < 0)), pWorthwhile = unname(colMeans(beta <= -1))),
             sprintf("answer-%s.json", name), digits = 8, auto_unbox = TRUE)
}
