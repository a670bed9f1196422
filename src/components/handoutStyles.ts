/** The styles of all that a sheet can show. */
import 'katex/dist/katex.min.css';
import '../styles/derivation.css';
import '../styles/exercise.css';
import '../styles/widgets.css';
import '../styles/lateWidgets.css';
import '../styles/courseWidgets.css';
import '../styles/matrices.css';
import '../styles/descent.css';
import '../styles/descentFigures.css';
import '../styles/sheet.css';
