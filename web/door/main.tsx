/** Starts the door. */
import '../kit/base.css';
