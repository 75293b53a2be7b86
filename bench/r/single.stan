// One diary, continuous scores. The wandering level is integrated out by a scalar Kalman filter, so NUTS only walks over
// the coefficients and theta = (log s, logit w, logit rho, log tau). Written from docs/models; see bench/engine.ts.
functions {
  // Share of each dose step in force per day: gradual onset and carry-over with one time constant.
  matrix in_force(matrix on, real tau) {
    matrix[rows(on), cols(on)] share;
    row_vector[cols(on)] now = rep_row_vector(0, cols(on));
    real keep = exp(-1 / tau);
    for (day in 1:rows(on)) {
      now = keep * now + (1 - keep) * on[day];
      share[day] = now;
    }
    return share;
  }
  // Log density of residuals that are AR(1) (variance wander) plus white noise (variance white); unlogged days only predict.
  real filtered_lpdf(vector residual, int[] logged, real wander, real white, real rho) {
    real level = 0;
    real spread = wander;
    real total = 0;
    for (day in 1:num_elements(residual)) {
      if (logged[day]) {
        real total_spread = spread + white;
        real surprise = residual[day] - level;
        total += -0.5 * (log(total_spread) + square(surprise) / total_spread);
        level += spread / total_spread * surprise;
        spread *= white / total_spread;
      }
      level *= rho;
      spread = square(rho) * spread + (1 - square(rho)) * wander;
    }
    return total - 0.5 * sum(logged) * log(2 * pi());
  }
}
data {
  int<lower=1> days;
  int<lower=1> steps;
  int<lower=1> columns;
  matrix[days, columns] fixed;
  matrix[days, steps] on;
  int<lower=0, upper=1> logged[days];
  vector[days] score;
  vector[columns + steps] m0;
  vector<lower=0>[columns + steps] sd0;
  vector[4] pm;
  vector<lower=0>[4] ps;
}
parameters {
  vector[columns + steps] raw;
  vector[4] z;
}
transformed parameters {
  vector[columns + steps] b = m0 + sd0 .* raw;
  vector[4] theta = pm + ps .* z;
  vector[steps] beta = cumulative_sum(tail(b, steps));
}
model {
  real scale2 = exp(2 * theta[1]);
  real w = inv_logit(theta[2]);
  raw ~ std_normal();
  z ~ std_normal();
  target += filtered_lpdf(score - fixed * head(b, columns) - in_force(on, exp(theta[4])) * tail(b, steps) |
                          logged, scale2 * w, scale2 * (1 - w), inv_logit(theta[3]));
}
