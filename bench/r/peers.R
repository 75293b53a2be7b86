# Fits one problem with Stan or JAGS and writes posterior summaries and CPU seconds as JSON.
#   Rscript peers.R PROBLEM.json ANSWER.json stan|jags [MODELS.rds] [DRAWS]
# DRAWS: kept draws a chain after 1,000 of warm-up, for Stan; 1,000 unless said. More than that also takes smaller steps.
# Chains run one after another in this process, so user + system time is all of the CPU; compiling a model is not counted.
needed <- c("jsonlite", "posterior", "rstan", "rjags")
missing <- needed[!vapply(needed, requireNamespace, TRUE, quietly = TRUE)]
if (length(missing)) { cat("missing R packages:", missing, "\n"); quit(status = 7) }
arguments <- commandArgs(TRUE)
# Rscript writes a space of its own path as ~+~
here <- dirname(gsub("~+~", " ", sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)), fixed = TRUE))
problem <- jsonlite::fromJSON(arguments[1], simplifyVector = FALSE)
number <- function(values) vapply(values, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)
score <- number(problem$y); level <- number(problem$lvl); steps <- length(problem$doses)
fixed <- vapply(problem$fixed, number, score)
common <- list(days = length(score), steps = steps, columns = ncol(fixed), fixed = fixed,
               on = outer(level, seq_len(steps), ">=") * 1,
               m0 = number(problem$m0), sd0 = number(problem$sd0), pm = number(problem$pm), ps = number(problem$ps))
rounded <- identical(problem$likelihood, "rounded")

compiled <- function(name, cache) {
  models <- if (file.exists(cache)) readRDS(cache) else list()
  if (is.null(models[[name]])) {
    rstan::rstan_options(boost_lib = "/usr/include", auto_write = FALSE)
    models[[name]] <- rstan::stan_model(file.path(here, paste0(name, ".stan"))); saveRDS(models, cache)
  }
  models[[name]]
}

cpu <- function(expression) { time <- system.time(value <- expression); list(value = value, cpu = sum(time[c(1, 2, 4, 5)]), wall = time[[3]]) }

if (arguments[3] == "stan") {
  suppressMessages(library(rstan))
  model <- compiled(if (rounded) "rounded" else "single", if (is.na(arguments[4])) tempfile() else arguments[4])
  data <- c(common, list(logged = as.integer(!is.na(score)), score = ifelse(is.na(score), 0, score)))
  if (rounded) data$top <- 10L
  kept <- if (is.na(arguments[5])) 1000L else as.integer(arguments[5])
  run <- cpu(rstan::sampling(model, data = data, chains = 4, iter = 1000 + kept, warmup = 1000, seed = 1, refresh = 0, cores = 1,
                             pars = c("beta", "theta"), control = list(adapt_delta = if (kept > 1000) 0.95 else 0.8)))
  draws <- posterior::as_draws_array(run$value)
} else {
  data <- c(common, list(score = score))
  starts <- lapply(1:2, function(i) list(.RNG.name = "base::Mersenne-Twister", .RNG.seed = i))
  run <- cpu({
    model <- rjags::jags.model(file.path(here, "single.jags"), data, n.chains = 2, n.adapt = 1000, quiet = TRUE, inits = starts)
    update(model, 2000, progress.bar = "none")
    rjags::coda.samples(model, c("beta", "theta"), n.iter = 10000, progress.bar = "none")
  })
  draws <- posterior::as_draws_array(run$value)
}
summary <- as.data.frame(posterior::summarise_draws(draws, "mean", "sd", "ess_bulk", "mcse_mean", "rhat"))
# JAGS and Stan call a single beta "beta" or "beta[1]"
summary$variable[summary$variable == "beta"] <- "beta[1]"
summary <- summary[grepl("^(beta|theta)\\[", summary$variable), ]
jsonlite::write_json(list(cpuSeconds = run$cpu, wallSeconds = run$wall, summary = summary), arguments[2], digits = 10, auto_unbox = TRUE)
