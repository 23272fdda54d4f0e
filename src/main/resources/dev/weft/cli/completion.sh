# Completes weft's command line. Made by: weft completion
# Replies that end with a space are whole; others can be gone on with, such as --mode= and folders.

_weft_options() {
    case $1 in
@OPTIONS@
    esac
}

_weft_values() {
    case $1 in
@VALUES@
    esac
}

_weft_words() {
    case $1 in
        "") echo "@COMMANDS@" ;;
@WORDS@
    esac
}

# Replies the files that begin like a value.
_weft_files() {
    local begun=$1 value=$2 name
    case $value in "~/"*) value=$HOME/${value#"~/"} ;; esac
    for name in "$value"*; do
        if [ -d "$name" ]; then
            COMPREPLY+=("$begun$(printf %q "$name")/")
        elif [ -e "$name" ]; then
            COMPREPLY+=("$begun$(printf %q "$name") ")
        fi
    done
}

# Replies the runs below this folder that begin like a value.
_weft_runs() {
    local begun=$1 value=$2 folder
    case $value in */*) return ;; esac
    for folder in benchmark/runs/"$value"*/; do
        folder=${folder%/}
        if [ -d "$folder" ]; then COMPREPLY+=("$begun${folder##*/} "); fi
    done
}

# Replies those of some words that begin like a value; FILE stands for files, RUN_ID for runs.
_weft_reply() {
    local begun=$1 value=$2 words=$3 word
    while [ -n "$words" ]; do
        word=${words%% *}
        words=${words#"$word"}
        words=${words# }
        case $word in
            FILE) _weft_files "$begun" "$value" ;;
            RUN_ID) _weft_runs "$begun" "$value" ;;
            "$value"*=) COMPREPLY+=("$begun$word") ;;
            "$value"*) COMPREPLY+=("$begun$word ") ;;
        esac
    done
}

_weft() {
    # Bash takes the equals sign for the end of a word, and zsh does not: words are taken from the line.
    local line=${COMP_LINE:0:$COMP_POINT} command="" option="" word begun="" value
    line=${line#*"${COMP_WORDS[0]}"}
    line=${line# }
    COMPREPLY=()
    while :; do
        case $line in *" "*) ;; *) break ;; esac
        word=${line%% *}
        line=${line#* }
        case $word in
            "") ;;
            --) if [ "$command" = compare ]; then command=run; fi; option="" ;;
            --*=*) option="" ;;
            --*) option=$word ;;
            *) if [ -z "$command" ]; then command=$word; fi; option="" ;;
        esac
    done

    case $line in
        --*=*)
            option=${line%%=*}
            value=${line#*=}
            case ${COMP_WORDBREAKS-} in *=*) ;; *) begun=$option= ;; esac
            ;;
        -*)
            _weft_reply "" "$line" "$(_weft_options "$command")"
            return
            ;;
        *)
            value=$line
            if [ -z "$(_weft_values "$command $option")" ]; then
                _weft_reply "" "$value" "$(_weft_words "$command")"
                return
            fi
            ;;
    esac
    # The last one of a list.
    case $value in
        *,*)
            begun=$begun${value%,*},
            value=${value##*,}
            ;;
    esac
    _weft_reply "$begun" "$value" "$(_weft_values "$command $option")"
}

complete -o nospace -F _weft weft
