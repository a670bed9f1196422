/**
 * The script of every page: the panel, the checks and the figure that most pages have. The other widgets
 * bring their scripts with them.
 */
import './theme.ts';
import './hideParts.ts';
import './numbersPanel.ts';
import './distributionWidget.ts';
import './derivation.ts';
import './openAnswer.ts';
import './notationChoice.ts';
import './loadAnnouncer.ts';
import './loadLate.ts';
import './predictFirst.ts';
import './loadTerms.ts';
import './loadTools.ts';
