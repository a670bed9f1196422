/**
 * The script of every page: the panel and the checks. Figures bring their scripts with them.
 */
import './theme.ts';
import './hideParts.ts';
import './numbersPanel.ts';
import './derivation.ts';
import './openAnswer.ts';
import './notationChoice.ts';
import './loadAnnouncer.ts';
import './loadLate.ts';
import './predictFirst.ts';
import './loadTerms.ts';
import './loadTools.ts';
import './loadSearch.ts';
import './loadOffline.ts';
