#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose UErrorCode clashes with Foundation's. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
