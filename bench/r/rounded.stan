// One diary of whole points 0 .. top: each score is the rounding of a latent value, open at both ends. The wandering level
// is sampled day by day (non-centred). Written from docs/models; see bench/engine.ts.
data {
  int<lower=1> days;
  int<lower=1> steps;
  int<lower=1> columns;
  int<lower=1> top;
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
  vector[days] shock;
}
transformed parameters {
  vector[columns + steps] b = m0 + sd0 .* raw;
  vector[4] theta = pm + ps .* z;
  vector[steps] beta = cumulative_sum(tail(b, steps));
}
model {
  real s = exp(theta[1]);
  real w = inv_logit(theta[2]);
  real rho = inv_logit(theta[3]);
  real keep = exp(-exp(-theta[4]));
  real white = s * sqrt(1 - w);
  vector[days] working = fixed * head(b, columns);
  row_vector[steps] share = rep_row_vector(0, steps);
  real wander = 0;
  raw ~ std_normal();
  z ~ std_normal();
  shock ~ std_normal();
  for (day in 1:days) {
    wander = day == 1 ? s * sqrt(w) * shock[1] : rho * wander + s * sqrt(w * (1 - square(rho))) * shock[day];
    share = keep * share + (1 - keep) * on[day];
    if (logged[day]) {
      real centre = working[day] + share * tail(b, steps) + wander;
      real below = (score[day] - 0.5 - centre) / white;
      real above = (score[day] + 0.5 - centre) / white;
      if (score[day] < 0.5) target += normal_lcdf(above | 0, 1);
      else if (score[day] > top - 0.5) target += normal_lcdf(-below | 0, 1);
      else if (below > 0) target += log_diff_exp(normal_lcdf(-below | 0, 1), normal_lcdf(-above | 0, 1));
      else target += log_diff_exp(normal_lcdf(above | 0, 1), normal_lcdf(below | 0, 1));
    }
  }
}
